package io.zrs.cli.topic.pub;

import io.zrs.output.Amount;
import java.util.List;

/** One line about what was sent: {@code sent 3 messages on /chatter to 2 subscribers}. */
final class Summary {
    /** So many topics are named. */
    static final int NAMED = 4;

    private Summary() {}

    /** What is known of one topic; fewer than 0 subscribers where it is not known how many there are. */
    record Line(String topic, long sent, int subscribers) {}

    /** The line; {@code topics} in the order of their first messages. */
    static String of(List<Line> topics) {
        if (topics.size() == 1) {
            Line only = topics.get(0);
            return "sent " + Amount.of(only.sent(), "message") + " on " + only.topic() + subscribers(only);
        }
        long sent = 0;
        for (Line topic : topics) {
            sent += topic.sent();
        }
        StringBuilder text = new StringBuilder("sent " + Amount.of(sent, "message"));
        if (topics.isEmpty()) {
            return text.toString();
        }
        text.append(" on ").append(Amount.of(topics.size(), "topic"));
        String separator = ": ";
        for (Line topic : topics.subList(0, Math.min(NAMED, topics.size()))) {
            text.append(separator).append(topic.sent()).append(" on ").append(topic.topic());
            text.append(subscribers(topic));
            separator = ", ";
        }
        if (topics.size() > NAMED) {
            text.append(" and so on");
        }
        return text.toString();
    }

    private static String subscribers(Line topic) {
        return topic.subscribers() < 0 ? "" : " to " + Amount.of(topic.subscribers(), "subscriber");
    }
}
