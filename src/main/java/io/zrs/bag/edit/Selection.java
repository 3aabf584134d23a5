package io.zrs.bag.edit;

import io.zrs.bag.BagMessage;
import io.zrs.bag.BagQuery;
import io.zrs.bag.RecordedName;
import io.zrs.expression.Expression;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which messages a {@link Filter} takes.
 *
 * @param query channels and times
 * @param condition what a message has to match besides
 * @param latched whether values that latched topics had when the time begins are taken along
 * @param limit how many messages at most, not counting these values
 */
public record Selection(BagQuery query, Optional<Expression> condition, boolean latched, long limit) {
    /** What has to be read for it: what the condition says of times needs no looking at messages. */
    BagQuery reading() {
        if (condition.isEmpty()) {
            return query;
        }
        long[] times = condition.get().times();
        return query.within(times[0], times[1]);
    }

    /** Whether a message matches the condition. Of one thread. */
    static final class Matcher {
        private final Expression condition;
        private final Map<String, Optional<TopicName>> names = new HashMap<>();

        Matcher(Optional<Expression> condition) {
            this.condition = condition.orElse(null);
        }

        boolean matches(BagMessage message) {
            if (condition == null) {
                return true;
            }
            Optional<TopicName> name = names.computeIfAbsent(message.channel().topic(), RecordedName::of);
            return name.isPresent() && condition.matches(new Message(name.get(), message.payload()), message.logTime());
        }
    }
}
