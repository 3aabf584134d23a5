package io.zrs.input;

import io.zrs.input.Template.Part;
import io.zrs.input.TemplateWords.Complaint;
import java.math.BigDecimal;
import java.util.random.RandomGenerator;

/** {@code 1..6} or {@code -1.00..1.00}: numbers between two, which are included, with as many decimals as these have. */
final class RandomRange {
    private static final int MOST_DECIMALS = 9;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private RandomRange() {}

    static Part parse(String text, RandomGenerator random) throws Complaint {
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw complaint(text);
        }
        BigDecimal least = number(text, text.substring(0, dots));
        BigDecimal most = number(text, text.substring(dots + 2));
        int decimals = Math.max(0, Math.max(least.scale(), most.scale()));
        if (decimals > MOST_DECIMALS || least.compareTo(most) > 0) {
            throw complaint(text);
        }
        long from = scaled(text, least, decimals);
        long to = scaled(text, most, decimals);
        return (out, number) -> out.addDecimal(random.nextLong(from, to + 1), decimals);
    }

    private static BigDecimal number(String text, String part) throws Complaint {
        boolean plain = !part.isEmpty() && part.length() < 40;
        for (int i = 0; i < part.length(); i++) {
            plain &= "+-.0123456789".indexOf(part.charAt(i)) >= 0;
        }
        try {
            if (plain) {
                return new BigDecimal(part);
            }
            throw complaint(text);
        } catch (NumberFormatException e) {
            throw complaint(text);
        }
    }

    private static long scaled(String text, BigDecimal number, int decimals) throws Complaint {
        BigDecimal scaled = number.movePointRight(decimals);
        if (scaled.abs().compareTo(MOST) > 0) {
            throw complaint(text);
        }
        return scaled.longValueExact();
    }

    private static Complaint complaint(String text) {
        return new Complaint("'" + text + "' is no range of {{random}}; such as 1..6, -1.00..1.00 or red|green,"
                + " the smaller number first, up to 9 decimals");
    }
}
