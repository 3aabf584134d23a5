package io.zrs.cli.launch;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.OutputClosedException;
import io.zrs.launch.file.LaunchPlan;
import io.zrs.launch.file.NodePlan;
import io.zrs.launch.file.OutputTarget;
import io.zrs.launch.process.ProgramEvents.Stream;
import io.zrs.launch.run.LaunchEvent;
import io.zrs.output.ByteText;
import io.zrs.output.Palette;
import io.zrs.output.StyledLine;
import io.zrs.output.TerminalText;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What nodes print and what happens to them, in one order, written by a thread of its own: a standard output that waits holds up
 * the nodes' lines, and with them the nodes, but never the supervisor.
 */
final class LaunchOutput implements AutoCloseable {
    /** How many bytes may wait. */
    private static final int MOST_WAITING = 1 << 21;

    /** What a line takes, however short it is: without that, a flood of empty lines is hundreds of megabytes. */
    private static final int PIECE_BYTES = 1200;

    private static final int FULL_BYTES = 1 << 16;
    private static final long STUCK_MILLIS = 2000;

    private final LinkedBlockingQueue<Piece> queue = new LinkedBlockingQueue<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final AtomicLong written = new AtomicLong();
    private final Context context;
    private final boolean json;
    private final boolean quiet;
    private final Optional<LogFiles> logs;
    private final Consumer<IOException> onClosed;
    private final Palette outPalette;
    private final Palette errPalette;
    private final Thread thread = new Thread(this::write, "zrs-launch-output");
    private boolean closed;

    /** Something to write: its bytes for either stream, and what goes to a log. */
    private record Piece(ByteText text, boolean toErr, Optional<NodePlan> log, byte[] line, boolean whole, int room) {
        /** After it comes nothing. */
        static final Piece LAST = new Piece(new ByteText(), false, Optional.empty(), new byte[0], true, 0);
    }

    /**
     * Writes until it is closed.
     *
     * @param plan the nodes; each gets a colour
     * @param onClosed told, once, of a standard output that takes no more
     */
    LaunchOutput(
            Context context,
            boolean json,
            boolean quiet,
            LaunchPlan plan,
            Optional<LogFiles> logs,
            Consumer<IOException> onClosed) {
        this.context = context;
        this.json = json;
        this.quiet = quiet;
        this.logs = logs;
        this.onClosed = onClosed;
        // The master, if it is among them, has the colour before the first.
        plan.nodes().forEach(node -> numbers.put(node.name(), numbers.size() + 1));
        outPalette = new Palette(context.terminal().outColours());
        errPalette = new Palette(errColours());
        thread.setDaemon(true);
        thread.start();
    }

    private int errColours() {
        return context.terminal().err() ? context.terminal().colours() : 0;
    }

    /** A node printed something; waits if too much waits already. */
    void line(NodePlan node, Stream stream, byte[] line, boolean whole) {
        boolean shown = json || node.output() == OutputTarget.SCREEN || stream == Stream.STDERR;
        boolean toErr = !json && stream == Stream.STDERR;
        ByteText text = new ByteText();
        if (shown && json) {
            EventJson.line(text, now(), node, stream, line, whole);
        } else if (shown) {
            plain(text, node, toErr, line, whole);
        }
        int cost = Math.min(MOST_WAITING, PIECE_BYTES + text.length() + line.length);
        room.acquireUninterruptibly(cost);
        queue.add(new Piece(text, toErr, logs.map(files -> node), line, whole, cost));
    }

    /** Whether somebody waits to be let print, because too much is not written yet. */
    boolean holdsUp() {
        return room.hasQueuedThreads();
    }

    /** How many pieces have been written: while this changes, somebody reads them. */
    long written() {
        return written.get();
    }

    private void plain(ByteText text, NodePlan node, boolean toErr, byte[] line, boolean whole) {
        text.append(label(toErr ? errPalette : outPalette, node)).add(' ');
        boolean terminal = toErr ? context.terminal().err() : context.terminal().out();
        if (terminal) {
            boolean colours = (toErr ? errColours() : context.terminal().outColours()) > 0;
            StyledLine.append(text, line, colours);
        } else {
            text.add(line);
        }
        text.append(whole ? "\n" : "…\n");
    }

    /** A node's name, in a colour that it has alone, as far as there are enough. */
    private String label(Palette palette, NodePlan node) {
        return palette.paint(numbers.getOrDefault(node.name(), 0), "[" + node.name() + "]");
    }

    /** Something happened; never waits. */
    void event(LaunchEvent event) {
        if (json) {
            ByteText text = new ByteText();
            EventJson.event(text, now(), event);
            add(text, false);
        }
        boolean failed = event instanceof LaunchEvent.Failed;
        if (event instanceof LaunchEvent.Ready ready && ready.node().name().equals(MasterChoice.NAME)) {
            // What it says of itself is told with its address.
            return;
        }
        if (failed || !json && (!quiet || EventText.isTrouble(event))) {
            String name = EventText.node(event)
                    .map(node -> label(errPalette, node) + " ")
                    .orElse("");
            note(name, EventText.of(event));
        }
    }

    /** Which master the nodes have. */
    void master(String address, boolean started) {
        if (json) {
            ByteText text = new ByteText();
            EventJson.master(text, now(), address, started);
            add(text, false);
        } else if (!quiet) {
            note("", started ? "the master listens on " + address : "the master at " + address + " is there, and used");
        }
    }

    /** An object for programs alone. */
    void json(Consumer<ByteText> object) {
        if (json) {
            ByteText text = new ByteText();
            object.accept(text);
            add(text, false);
        }
    }

    private void note(String name, String text) {
        add(new ByteText().append("zrs: " + name + TerminalText.line(text) + "\n"), true);
    }

    private void add(ByteText text, boolean toErr) {
        queue.add(new Piece(text, toErr, Optional.empty(), new byte[0], true, 0));
    }

    private Instant now() {
        return context.clock().instant();
    }

    private void write() {
        try {
            ByteText out = new ByteText();
            ByteText err = new ByteText();
            boolean last = false;
            while (!last) {
                Piece piece = queue.take();
                last = piece == Piece.LAST;
                // On a terminal, both streams are one: what is later stays later.
                flush(piece.toErr() ? out : err, !piece.toErr());
                ByteText text = piece.toErr() ? err : out;
                text.add(piece.text());
                piece.log().ifPresent(node -> logs.orElseThrow().line(node.name(), piece.line(), piece.whole()));
                if (queue.isEmpty() || text.length() >= FULL_BYTES) {
                    flush(text, piece.toErr());
                    logs.ifPresent(LogFiles::flush);
                }
                written.incrementAndGet();
                room.release(piece.room());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            logs.ifPresent(LogFiles::close);
        }
    }

    private void flush(ByteText text, boolean toErr) {
        if (text.length() == 0) {
            return;
        }
        if (toErr) {
            context.err().print(text);
            context.err().flush();
            text.clear();
            return;
        }
        try {
            if (!closed) {
                text.drainTo(context.out());
                context.out().flush();
            }
        } catch (IOException e) {
            closed = true;
            onClosed.accept(e instanceof OutputClosedException ? e : new IOException(e.getMessage(), e));
        }
        text.clear();
    }

    /** Writes what there is; gives up on a standard output that takes nothing for a while. */
    @Override
    public void close() {
        queue.add(Piece.LAST);
        try {
            long before = -1;
            while (thread.isAlive() && written.get() != before) {
                before = written.get();
                thread.join(STUCK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            context.note("nobody takes the output any more; the last of it is lost");
        }
    }
}
