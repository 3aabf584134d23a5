package io.zrs.cli.plot;

import io.zrs.expression.FieldReference;
import io.zrs.model.TopicName;
import io.zrs.model.TopicPattern;
import io.zrs.text.JsonPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What somebody wants plotted: {@code TOPIC}, {@code TOPIC.field}, {@code TOPIC[0]}, {@code TOPIC.field:other}, or as
 * rqt_plot has it {@code TOPIC/field} and {@code TOPIC/field:other}.
 *
 * <p>A topic's name may have any of those characters, too. So the longest topic wins that exists and is followed by one
 * of them; where none does, the name ends before the first {@code .} or {@code [}, else before the field in front of the
 * first {@code :}, else it is all there is. A pattern ends before the first {@code .} or {@code [} behind its last star.
 *
 * @param topics which topics
 * @param fields which fields of each
 */
record PlotTarget(TopicPattern topics, List<Field> fields) {
    private static final char ALTERNATIVE = ':';
    private static final int MOST_DESCRIBED = 3;

    /**
     * A field of a topic's messages.
     *
     * @param text what stands behind the topic in the name of its series; empty for the message itself
     * @param path the way to it
     */
    record Field(String text, JsonPath path) {
        static final Field ALL = new Field("", new JsonPath(List.of()));
    }

    /** Reads one, where there are these topics. */
    static PlotTarget parse(String text, Collection<TopicName> known) {
        int end = text.indexOf('*') >= 0 ? firstOf(text, text.lastIndexOf('*')) : longest(text, known);
        if (end < 0) {
            end = firstOf(text, 0);
        }
        if (end == text.length() && text.indexOf('*') < 0 && !known.contains(new TopicName(text))) {
            end = beforeAlternatives(text);
        }
        return new PlotTarget(new TopicPattern(text.substring(0, end)), fields(text.substring(end)));
    }

    /** What these were taken for, for people. */
    static String describe(List<PlotTarget> targets) {
        StringBuilder text = new StringBuilder();
        for (PlotTarget target : targets.subList(0, Math.min(MOST_DESCRIBED, targets.size()))) {
            text.append(text.isEmpty() ? "" : " and ").append(target.describe());
        }
        int more = targets.size() - MOST_DESCRIBED;
        return more > 0 ? text + " and " + more + " more" : text.toString();
    }

    private String describe() {
        StringBuilder text = new StringBuilder(topics.isWild() ? "topics " : "topic ").append(topics.value());
        String before = fields.size() == 1 ? " at field " : " at fields ";
        for (Field field : fields) {
            if (!field.text().isEmpty()) {
                text.append(before).append(field.text());
                before = ", ";
            }
        }
        return text.toString();
    }

    /** Where the longest topic ends that the text begins with; -1 if there is none. */
    private static int longest(String text, Collection<TopicName> known) {
        int longest = -1;
        for (TopicName topic : known) {
            String name = topic.value();
            boolean fits = text.startsWith(name)
                    && (text.length() == name.length() || ".[/".indexOf(text.charAt(name.length())) >= 0);
            if (fits) {
                longest = Math.max(longest, name.length());
            }
        }
        return longest;
    }

    private static int firstOf(String text, int from) {
        for (int i = Math.max(1, from); i < text.length(); i++) {
            if (text.charAt(i) == '.' || text.charAt(i) == '[') {
                return i;
            }
        }
        return text.length();
    }

    private static int beforeAlternatives(String text) {
        int colon = text.indexOf(ALTERNATIVE);
        int slash = colon < 0 ? -1 : text.lastIndexOf('/', colon);
        return slash > 0 ? slash : text.length();
    }

    private static List<Field> fields(String rest) {
        if (rest.isEmpty()) {
            return List.of(Field.ALL);
        }
        int quote = rest.indexOf('"') >= 0 ? rest.indexOf('"') : rest.length();
        String dotted = rest.substring(0, quote).replace('/', '.') + rest.substring(quote);
        int colon = dotted.indexOf(ALTERNATIVE);
        if (colon < 0 || colon > quote) {
            return List.of(field(dotted));
        }
        int last = dotted.lastIndexOf('.', colon);
        List<Field> fields = new ArrayList<>();
        for (String word : dotted.substring(last + 1).split(":", -1)) {
            fields.add(field(dotted.substring(0, last + 1) + word));
        }
        return fields;
    }

    private static Field field(String text) {
        // Bare paths begin at the payload, and so has one a field called topic.
        return FieldReference.parse(text)
                .path()
                .map(path -> new Field(text, path))
                .orElseThrow();
    }
}
