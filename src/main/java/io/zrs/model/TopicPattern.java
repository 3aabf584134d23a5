package io.zrs.model;

/**
 * Topics by the form of their names: {@code *} stands for any characters, none included, but no {@code /}; {@code **} for
 * any characters at all. So {@code /arm/*} is {@code /arm/joint} and not {@code /arm/joint/1}, and {@code /arm/**} is
 * both. A pattern without either stands for the one topic of that name.
 *
 * @param value the pattern, with the form of a {@linkplain TopicName topic's name}
 */
public record TopicPattern(String value) {
    private static final char STAR = '*';

    /**
     * Checks the pattern.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if no topic can have such a name
     */
    public TopicPattern {
        new TopicName(value);
    }

    /** Whether it may stand for more than one topic. */
    public boolean isWild() {
        return value.indexOf(STAR) >= 0;
    }

    /** The name of the topic that it stands for if it is not {@linkplain #isWild wild}. */
    public TopicName name() {
        return new TopicName(value);
    }

    /** Whether a topic is one of them. Takes time in proportion to both lengths, whatever the pattern. */
    public boolean matches(TopicName topic) {
        String name = topic.value();
        // What of the name's beginnings the pattern's beginning so far stands for.
        boolean[] reached = new boolean[name.length() + 1];
        reached[0] = true;
        int at = 0;
        while (at < value.length()) {
            int next = at + 1;
            if (value.charAt(at) == STAR) {
                while (next < value.length() && value.charAt(next) == STAR) {
                    next++;
                }
                takeAny(next > at + 1, name, reached);
            } else {
                take(value.charAt(at), name, reached);
            }
            at = next;
        }
        return reached[name.length()];
    }

    private static void take(char wanted, String name, boolean[] reached) {
        for (int end = name.length(); end > 0; end--) {
            reached[end] = reached[end - 1] && name.charAt(end - 1) == wanted;
        }
        reached[0] = false;
    }

    private static void takeAny(boolean deep, String name, boolean[] reached) {
        for (int end = 1; end <= name.length(); end++) {
            reached[end] |= reached[end - 1] && (deep || name.charAt(end - 1) != '/');
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
