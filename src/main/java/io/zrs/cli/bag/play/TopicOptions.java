package io.zrs.cli.bag.play;

import io.zrs.cli.bag.choice.TopicChoice;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ValueKind;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options that choose topics of a bag, and what they are played as. */
final class TopicOptions {
    private static final String TO = ":=";

    private final TopicChoice topics;
    private final Argument<List<Map.Entry<String, String>>> renamed;
    private final Argument<String> prefix;

    TopicOptions(Definition command) {
        topics = new TopicChoice(command);
        renamed = command.repeatable(
                        "--remap", "A:=B", TopicOptions::remapping, "Play topic A as B; repeatable, before --prefix.")
                .completes(ValueKind.TOPIC.before(TO));
        prefix = command.option("-p --prefix", "TEXT", TopicOptions::prefix, "What goes before every topic's name.")
                .completes(ValueKind.NONE);
    }

    private static Map.Entry<String, String> remapping(String text) {
        int at = text.indexOf(TO);
        if (at < 1) {
            throw new ZrsException(
                    ErrorCode.INVALID, "'" + text + "' names no two topics", "write it as /odom:=/old/odom");
        }
        return Map.entry(text.substring(0, at), new TopicName(text.substring(at + TO.length())).value());
    }

    private static String prefix(String text) {
        return new TopicName(text).value();
    }

    /** Whether a bag's topic is to be played. */
    boolean wants(String topic) {
        return topics.wants(topic);
    }

    /** What a bag's topic is played as. */
    String name(String topic) {
        return prefix.value().orElse("") + remappings().getOrDefault(topic, topic);
    }

    private Map<String, String> remappings() {
        Map<String, String> all = new LinkedHashMap<>();
        renamed.value().orElse(List.of()).forEach(pair -> all.put(pair.getKey(), pair.getValue()));
        return all;
    }

    /** The names of single topics on the command line, each to be found in a bag. */
    List<String> named() {
        List<String> names = new ArrayList<>(remappings().keySet());
        names.addAll(topics.named());
        return names;
    }
}
