package io.zrs.cli.bag.choice;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.NearMiss;
import java.util.Collection;
import java.util.List;

/** Says which topics were named that no recording has. */
public final class UnknownTopics {
    private UnknownTopics() {}

    /** A note for each of {@code named} that is not among {@code there}. */
    public static void tell(Context context, List<String> named, Collection<String> there) {
        for (String name : named) {
            if (!there.contains(name)) {
                String meant = NearMiss.of(name, List.copyOf(there))
                        .map(topic -> "; did you mean " + topic + "?")
                        .orElse("");
                context.note("there is no topic " + name + meant);
            }
        }
    }
}
