package io.zrs.top;

import io.zrs.model.Sample;
import io.zrs.output.ByteText;
import io.zrs.output.JsonColours;
import io.zrs.output.JsonPretty;
import io.zrs.output.PayloadText;
import io.zrs.output.PayloadType;
import io.zrs.output.Shortening;
import java.util.ArrayList;
import java.util.List;

/** A message as lines that fit: JSON laid out, text as it is, of binary its head. */
final class MessageText {
    private static final int TAB = 8;

    private MessageText() {}

    static List<String> lines(Sample sample, int columns) {
        ByteText text = new ByteText();
        byte[] payload = sample.head();
        // The beginning of JSON is no JSON, and is shown as text.
        switch (PayloadType.of(payload).kind()) {
            case JSON, NUMBER ->
                new JsonPretty(columns, Shortening.USUAL, JsonColours.NONE).append(text, payload, 0, 0);
            default -> new PayloadText(Shortening.USUAL, JsonColours.NONE).append(text, payload);
        }
        List<String> lines = new ArrayList<>();
        text.toString().lines().forEach(line -> lines.add(Pen.beginningOf(expanded(line), columns)));
        return lines;
    }

    private static String expanded(String line) {
        StringBuilder expanded = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\t') {
                expanded.append(" ".repeat(TAB - expanded.length() % TAB));
            } else {
                expanded.append(line.charAt(i));
            }
        }
        return expanded.toString();
    }
}
