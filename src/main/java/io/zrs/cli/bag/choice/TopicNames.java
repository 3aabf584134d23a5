package io.zrs.cli.bag.choice;

import io.zrs.bag.Bag;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ValueKind;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options that give the topics of bags other names. */
public final class TopicNames {
    private static final String TO = ":=";

    private final Argument<List<Map.Entry<String, String>>> renamed;
    private final Argument<List<String>> prefixes;

    /** Adds them to a command of one bag. */
    public TopicNames(Definition command) {
        this(command, "What goes before every topic's name.");
    }

    private TopicNames(Definition command, String... prefixHelp) {
        renamed = command.repeatable(
                        "--remap", "A:=B", TopicNames::remapping, "Topic A becomes B; repeatable, before --prefix.")
                .completes(ValueKind.TOPIC.before(TO));
        prefixes = command.repeatable("-p --prefix", "TEXT", TopicNames::prefix, prefixHelp)
                .completes(ValueKind.NONE);
    }

    /** Adds them to a command of several bags, {@code parameter}, each of which may have a prefix of its own. */
    public static TopicNames ofEach(Definition command, String parameter) {
        return new TopicNames(command, "What goes before topics' names; once, or per " + parameter + ".");
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

    /** Whether there are other names at all. */
    public boolean isGiven() {
        return renamed.value().isPresent() || prefixes.value().isPresent();
    }

    /**
     * The new name of a topic.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if there is more than one prefix, or it would have two names
     */
    public String name(String topic) {
        return name(topic, 0, 1);
    }

    /**
     * The new name of a topic of one of {@code count} bags.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if there is neither one prefix nor as many as there are bags, or it would
     *     have two names
     */
    public String name(String topic, int bag, int count) {
        return prefix(bag, count) + remappings().getOrDefault(topic, topic);
    }

    private String prefix(int bag, int count) {
        List<String> given = prefixes.value().orElse(List.of(""));
        if (given.size() == 1) {
            return given.get(0);
        }
        if (given.size() != count) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "--prefix is given " + given.size() + " times for " + count + (count == 1 ? " bag" : " bags"),
                    count == 1 ? "give it once" : "give it once for all, or once for each");
        }
        return given.get(bag);
    }

    /**
     * Looks at what was given before anything is read or written, and says which topics none of the bags has.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} as {@link #name} has it
     */
    public void check(Context context, List<Bag> bags) {
        prefix(0, bags.size());
        remappings();
        Set<String> there = new HashSet<>();
        bags.forEach(bag ->
                bag.info().channels().forEach(info -> there.add(info.channel().topic())));
        UnknownTopics.tell(context, named(), there);
    }

    private Map<String, String> remappings() {
        Map<String, String> all = new HashMap<>();
        for (Map.Entry<String, String> pair : renamed.value().orElse(List.of())) {
            String other = all.put(pair.getKey(), pair.getValue());
            if (other != null && !other.equals(pair.getValue())) {
                throw new ZrsException(
                        ErrorCode.INVALID,
                        "--remap gives " + pair.getKey() + " two names, " + other + " and " + pair.getValue(),
                        "give it one");
            }
        }
        return all;
    }

    /** The topics that are to have another name, which a recording may not have. */
    public List<String> named() {
        return renamed.value().orElse(List.of()).stream().map(Map.Entry::getKey).toList();
    }
}
