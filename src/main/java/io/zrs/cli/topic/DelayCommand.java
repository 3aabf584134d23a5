package io.zrs.cli.topic;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.StampField;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.expression.Expression;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The command {@code zrs topic delay}. */
public final class DelayCommand extends ZrsCommand {
    private final Measurement measurement;
    private final Argument<Expression> field;

    /** The command in the world {@code context}. */
    public DelayCommand(Context context) {
        super(context, new Definition("delay", "Shows how old messages are when they come.").drawing());
        Definition me = definition();
        me.description("Their stamp is s, ms, us or ns since 1970, {secs, nsecs} or ISO 8601 text.");
        measurement = new Measurement(context, me, "topic delay", Integer.toString(Measurement.WINDOW), "percentiles");
        field = me.option("--field", "PATH", Expression::parse, "Where the stamp is; else stamp, or header.stamp.")
                .completes(ValueKind.FIELD);
        me.examples("zrs topic delay /odom", "zrs topic delay --field header.time -v /imu");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        StampField stamps = field.value().map(StampField::of).orElse(StampField.USUAL);
        int window = measurement.window().orElse(Measurement.WINDOW);
        return measurement.receive(() -> new DelayMeter(window, stamps, measurement.detailed()), this::sinceEpoch);
    }

    private long sinceEpoch() {
        Instant now = context().clock().instant();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
