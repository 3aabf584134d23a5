package io.zrs.input;

import io.zrs.input.Template.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From {@code a {{count}} b} to a template. Four braces, <code>{{{{</code>, stand for two. */
final class TemplateReader {
    private static final int BRACES = 2;

    private final TemplateWords words;

    TemplateReader(TemplateWords words) {
        this.words = words;
    }

    /**
     * Reads the message that {@code source} is at.
     *
     * @throws InputException if there is a field that nobody knows, or one without an end
     */
    Template read(MessageSource source) {
        byte[] bytes = source.bytes();
        int end = source.from() + source.length();
        List<Part> parts = new ArrayList<>();
        int run = source.from();
        int at = braces(bytes, run, end, '{');
        while (at < end) {
            if (braces(bytes, at + BRACES, end, '{') == at + BRACES) {
                literal(parts, bytes, run, at + BRACES);
                run = at + 2 * BRACES;
            } else {
                literal(parts, bytes, run, at);
                int stop = braces(bytes, at + BRACES, end, '}');
                if (stop == end) {
                    throw InputException.at(source, at, "'{{' without '}}'; '{{{{' stands for '{{'");
                }
                parts.add(field(source, at, stop));
                run = stop + BRACES;
            }
            at = braces(bytes, run, end, '{');
        }
        literal(parts, bytes, run, end);
        return new Template(parts);
    }

    private Part field(MessageSource source, int at, int stop) {
        int from = at + BRACES;
        String text = new String(source.bytes(), from, stop - from, StandardCharsets.UTF_8);
        try {
            return words.part(text.strip());
        } catch (TemplateWords.Complaint e) {
            throw InputException.at(source, at, e.getMessage());
        }
    }

    private static void literal(List<Part> parts, byte[] bytes, int from, int to) {
        if (from < to) {
            parts.add(Part.literal(Arrays.copyOfRange(bytes, from, to)));
        }
    }

    /** Where two such braces are next; {@code end} if nowhere. */
    private static int braces(byte[] bytes, int from, int end, char brace) {
        for (int at = from; at + 1 < end; at++) {
            if (bytes[at] == brace && bytes[at + 1] == brace) {
                return at;
            }
        }
        return end;
    }
}
