package io.zrs.cli.topic;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.NotFound;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.MasterClient;
import io.zrs.client.Node;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import io.zrs.output.JsonShapeText;
import io.zrs.output.PayloadType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The command {@code zrs topic type}. */
public final class TypeCommand extends ZrsCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int COLUMNS = 79;

    private final Argument<TopicName> topic;
    private final Argument<Duration> timeout;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public TypeCommand(Context context) {
        super(context, new Definition("type", "Shows what the messages of a topic are."));
        Definition me = definition();
        me.description(
                "number, text, json with its fields, or binary: by a message that the master",
                "saw, or else by the next one.");
        topic = me.parameter("TOPIC", TopicName::new, "The topic.").completes(ValueKind.TOPIC);
        timeout = me.option("--timeout", "DURATION", Quantity::duration, "How long to wait for a message; else 5s.")
                .completes(ValueKind.NONE);
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples(
                "zrs topic type /odom", "zrs topic type /odom --timeout 1m", "zrs topic type /odom --json | jq .shape");
    }

    @Override
    protected ExitCode run() throws IOException {
        Optional<PayloadType> known = master.ask("type", client -> known(client, topic.get()));
        PayloadType type = known.isPresent() ? known.get() : awaited();
        if (json.wanted()) {
            ByteText out = new ByteText();
            JsonLine line = new JsonLine(out).field("topic", topic.get().value());
            TypeText.fields(line, Optional.of(type));
            line.end();
            out.drainTo(context().out());
        } else {
            context().show(text(type));
        }
        return ExitCode.DONE;
    }

    /** What the master has seen; empty if that is nothing, or it does not tell. */
    private static Optional<PayloadType> known(MasterClient client, TopicName topic) {
        if (TopicSurvey.isOriginal(client)) {
            List<TopicName> topics = client.topics();
            if (!topics.contains(topic)) {
                throw NotFound.topic(topic, topics);
            }
            return Optional.empty();
        }
        return TopicSurvey.type(client, TopicReport.status(client, topic));
    }

    private PayloadType awaited() {
        Duration patience = timeout.value().orElse(PATIENCE);
        try (Node node = master.node("topic type")) {
            PayloadType type =
                    TypeProbe.listen(node, List.of(topic.get()), patience).get(topic.get());
            if (type == null) {
                throw new ZrsException(
                        ErrorCode.TIMEOUT,
                        "no message came on " + topic.get() + " in " + seconds(patience) + " s",
                        "wait longer with --timeout");
            }
            return type;
        }
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** The word on a line of its own, for scripts; below it the fields. */
    static String text(PayloadType type) {
        String word = type.kind().word() + "\n";
        return type.shape()
                .map(shape -> word + JsonShapeText.tree(shape, COLUMNS) + "\n")
                .orElse(word);
    }
}
