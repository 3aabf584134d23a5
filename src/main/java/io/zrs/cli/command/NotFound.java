package io.zrs.cli.command;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.Collection;
import java.util.List;

/** The complaint about a name that nothing has, with the name that was probably meant. */
public final class NotFound {
    private NotFound() {}

    /** There is no {@code topic} among {@code topics}. */
    public static ZrsException topic(TopicName topic, Collection<TopicName> topics) {
        List<String> names = topics.stream().map(TopicName::value).toList();
        String remedy = NearMiss.of(topic.value(), names)
                .map(meant -> "did you mean " + meant + "?")
                .orElse("see 'zrs topic list -a'");
        return new ZrsException(ErrorCode.NOT_FOUND, "there is no topic " + topic, remedy);
    }
}
