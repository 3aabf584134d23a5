package io.zrs.cli.bag.play;

import io.zrs.bag.Bag;
import io.zrs.cli.bag.choice.TopicChoice;
import io.zrs.cli.bag.choice.TopicNames;
import io.zrs.cli.bag.choice.UnknownTopics;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The options that choose topics of a bag, and what they are played as. */
final class TopicOptions {
    private final TopicChoice topics;
    private final TopicNames names;

    TopicOptions(Definition command) {
        topics = new TopicChoice(command);
        names = TopicNames.ofEach(command, "BAG");
    }

    /** As {@link TopicChoice#open(Path, Function)}. */
    Bag open(Path path, Function<Path, Bag> bagOf) {
        return topics.open(path, bagOf);
    }

    /** Whether a bag's topic is to be played. */
    boolean wants(String topic) {
        return topics.wants(topic);
    }

    /** What a topic of one of {@code count} bags is played as. */
    String name(String topic, int bag, int count) {
        return names.name(topic, bag, count);
    }

    /** Looks at what was given, and says which topics are {@code there} in none of the bags. */
    void check(Context context, List<Bag> bags, Set<String> there) {
        names.check(context, bags);
        UnknownTopics.tell(context, topics.named(), there);
    }
}
