package io.zrs.cli.expect;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.NearMiss;
import io.zrs.client.MasterClient;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.List;
import java.util.Optional;

/** Why nothing may have come on a topic, as far as its master knows. */
final class Publishers {
    private final Context context;
    private final MasterOption master;
    private Optional<List<String>> published = Optional.empty();

    Publishers(Context context, MasterOption master) {
        this.context = context;
        this.master = master;
    }

    /** That nobody publishes it, and the topic that was probably meant; empty if somebody does, or nobody can be asked. */
    String hint(TopicName topic) {
        try {
            if (published.isEmpty()) {
                published = Optional.of(master.ask("expect", Publishers::published));
            }
            List<String> names = published.get();
            if (names.contains(topic.value())) {
                return "";
            }
            return "nobody publishes it"
                    + NearMiss.of(topic.value(), names)
                            .map(meant -> ", did you mean " + meant + "?")
                            .orElse("");
        } catch (ZrsException e) {
            // The finding stands without it.
            context.note(e.getMessage());
            return "";
        }
    }

    private static List<String> published(MasterClient client) {
        if (client.protocol() == 1) {
            return client.topics().stream().map(TopicName::value).toList();
        }
        return client.graph().topics().stream()
                .filter(topic -> !topic.publishers().isEmpty())
                .map(TopicInfo::name)
                .map(TopicName::value)
                .toList();
    }
}
