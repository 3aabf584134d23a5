package io.zrs.cli.topic;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which topics a list shows.
 *
 * @param namespace those of this name and below it; all if empty
 * @param sides which ends of them count
 * @param past whether those count that were published once and have nobody now
 */
record TopicFilter(Optional<String> namespace, Sides sides, boolean past) {
    /** Which ends of topics a list is about. */
    enum Sides {
        BOTH,
        PUBLISHED,
        SUBSCRIBED;

        boolean published() {
            return this != SUBSCRIBED;
        }

        boolean subscribed() {
            return this != PUBLISHED;
        }
    }

    /** Those to be shown, by name. */
    List<TopicEntry> apply(List<TopicEntry> topics) {
        return topics.stream()
                .filter(topic -> isBelow(topic) && (isPublished(topic) || isSubscribed(topic)))
                .sorted(Comparator.comparing(TopicEntry::topic))
                .toList();
    }

    /** Whether a topic is to be shown for its publishers. */
    boolean isPublished(TopicEntry topic) {
        return sides.published() && (topic.isPublished() || past && topic.published());
    }

    /** Whether a topic is to be shown for its subscribers. */
    boolean isSubscribed(TopicEntry topic) {
        return sides.subscribed() && topic.isSubscribed();
    }

    private boolean isBelow(TopicEntry topic) {
        if (namespace.isEmpty()) {
            return true;
        }
        String name = topic.topic().value();
        String above = namespace.get();
        String prefix = above.endsWith("/") ? above : above + "/";
        return name.startsWith(prefix) || name.equals(prefix.substring(0, prefix.length() - 1));
    }
}
