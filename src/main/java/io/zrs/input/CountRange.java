package io.zrs.input;

import io.zrs.input.Template.Part;
import io.zrs.input.TemplateWords.Complaint;

/**
 * {@code 10..20}, {@code 20..10}, {@code 10..} or {@code 0..100 5}: whole numbers one after the other, both ends included, and
 * again from the first one; without an end for ever.
 */
final class CountRange {
    private CountRange() {}

    static Part parse(String text) throws Complaint {
        int dots = text.indexOf("..");
        int blank = text.indexOf(' ');
        if (dots < 0) {
            throw complaint(text);
        }
        long first = number(text, text.substring(0, dots));
        String end = text.substring(dots + 2, blank < 0 ? text.length() : Math.max(blank, dots + 2));
        long step = blank < 0 ? 1 : number(text, text.substring(blank).strip());
        if (step < 1) {
            throw complaint(text);
        }
        if (end.isEmpty()) {
            return (out, number) -> out.addDecimal(first + (number - 1) * step, 0);
        }
        long last = number(text, end);
        long signed = first <= last ? step : -step;
        long values = Math.abs(last - first) / step + 1;
        return (out, number) -> out.addDecimal(first + (number - 1) % values * signed, 0);
    }

    private static long number(String text, String part) throws Complaint {
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException e) {
            throw complaint(text);
        }
    }

    private static Complaint complaint(String text) {
        return new Complaint("'" + text + "' is no range of {{count}}; such as 10..20, 10.. or 0..100 5,"
                + " whole numbers within a billion or two, the step above 0");
    }
}
