package io.zrs.cli.bag.play;

import io.zrs.bag.play.PlayStatus;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.LiveLine;
import io.zrs.screen.Key;
import io.zrs.screen.KeyLine;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** What is seen, and typed at. */
final class PlayFront implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Context plain;
    private final Optional<LiveLine> line;
    private final long start;
    private final long until;

    /** Without a line if there is none; {@code start} and {@code until} are those of what is played. */
    PlayFront(Context plain, Optional<KeyLine> line, long start, long until) {
        this.start = start;
        this.until = until;
        this.plain = plain;
        this.line = line.map(shown -> new LiveLine(plain, shown));
    }

    Context context() {
        return line.map(LiveLine::context).orElse(plain);
    }

    boolean hasLine() {
        return line.isPresent();
    }

    boolean hasKeys() {
        return line.filter(LiveLine::hasKeys).isPresent();
    }

    void hint() {
        if (hasKeys()) {
            tell(PlayKeys.HINT + "\n");
        }
    }

    void help() {
        tell(PlayKeys.HELP);
    }

    private void tell(String text) {
        context().err().print(text);
        context().err().flush();
    }

    void show(PlayStatus status) {
        line.ifPresent(
                shown -> shown.show(StatusText.of(status, start, until, shown.columns(), ZoneId.systemDefault())));
    }

    Optional<Key> key(Handling interruption) throws InterruptedException {
        return key(interruption, LOOK);
    }

    Optional<Key> key(Handling interruption, Duration atMost) throws InterruptedException {
        if (line.isPresent()) {
            return line.get().key(atMost);
        }
        interruption.await(atMost);
        return Optional.empty();
    }

    @Override
    public void close() {
        line.ifPresent(LiveLine::close);
    }
}
