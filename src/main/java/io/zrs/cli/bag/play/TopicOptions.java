package io.zrs.cli.bag.play;

import io.zrs.cli.bag.choice.TopicChoice;
import io.zrs.cli.bag.choice.TopicNames;
import io.zrs.cli.command.Definition;
import java.util.ArrayList;
import java.util.List;

/** The options that choose topics of a bag, and what they are played as. */
final class TopicOptions {
    private final TopicChoice topics;
    private final TopicNames names;

    TopicOptions(Definition command) {
        topics = new TopicChoice(command);
        names = new TopicNames(command);
    }

    /** Whether a bag's topic is to be played. */
    boolean wants(String topic) {
        return topics.wants(topic);
    }

    /** What a bag's topic is played as. */
    String name(String topic) {
        return names.name(topic);
    }

    /** The names of single topics on the command line, each to be found in a bag. */
    List<String> named() {
        List<String> named = new ArrayList<>(names.named());
        named.addAll(topics.named());
        return named;
    }
}
