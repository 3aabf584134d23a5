package io.zrs.cli.completion;

import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.complete.Candidate;
import io.zrs.cli.command.complete.Completion;
import io.zrs.cli.command.complete.LiveNames;
import io.zrs.cli.command.complete.MasterNames;
import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.model.NodeName;
import io.zrs.model.OneLine;
import io.zrs.model.ZrsException;
import io.zrs.text.Unprintable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a script asks while somebody waits for TAB: {@code zrs __complete KIND STARTED [WORD...]}, where the words are the
 * line's behind {@code zrs}. The answer is a line for each name: {@code +} if more has to follow it in the same word, else
 * {@code =}; the name; a tab; what is known of it. No answer is an error, and none comes late.
 */
public final class Question {
    /** The word that is no command for people. */
    public static final String WORD = "__complete";

    /** How long somebody waits who has pressed a key; most would press it again then. */
    public static final Duration PATIENCE = Duration.ofMillis(700);

    /** A busy master on a busy machine greets in a tenth of it. */
    private static final int GREETING_MILLIS = 250;

    private static final int LONGEST = 80;

    private final Context context;
    private final CommandTree root;
    private final List<String> args;
    private final Duration patience;

    /**
     * The question that stands behind {@link #WORD}.
     *
     * @param root every command there is
     * @param patience how long the answer may take
     */
    public Question(Context context, CommandTree root, List<String> args, Duration patience) {
        this.context = context;
        this.root = root;
        this.args = args;
        this.patience = patience;
    }

    /** Answers on standard output. */
    public ExitCode answer() throws IOException {
        BlockingQueue<String> found = new ArrayBlockingQueue<>(1);
        Thread asking = new Thread(() -> found.add(ask()), "zrs-complete");
        // A name that no server knows, or a host that is silent, holds it up for longer than anybody waits.
        asking.setDaemon(true);
        asking.setUncaughtExceptionHandler((thread, error) -> found.add(""));
        asking.start();
        try {
            String text = found.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            context.print(text == null ? "" : text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    private String ask() {
        if (args.size() < 2) {
            return "";
        }
        List<String> line = args.subList(2, args.size());
        if (args.get(0).equals(LiveKind.ARGUMENTS)) {
            return lines(new Completion(root, context, LiveNames.NONE).fileWords(args.get(1), line));
        }
        Optional<ValueKind> kind = LiveKind.of(args.get(0));
        try {
            return kind.isEmpty() ? "" : ask(kind.get(), line);
        } catch (ZrsException e) {
            return "";
        }
    }

    private String ask(ValueKind kind, List<String> line) {
        MasterAddress address = MasterAddress.parse(master(line));
        if (!listens(address)) {
            return "";
        }
        NodeName me = new NodeName("zrs_complete_" + ProcessHandle.current().pid());
        try (MasterClient client = MasterClient.connect(address, me, patience)) {
            return lines(new Completion(root, context, new MasterNames(client)).values(kind, args.get(1), line));
        }
    }

    private String master(List<String> line) {
        Optional<String> typed = new Completion(root, context, LiveNames.NONE).master(line);
        String variable = context.environment().apply("ZRS_MASTER");
        return typed.orElse(variable == null || variable.isBlank() ? MasterAddress.LOCAL.toString() : variable);
    }

    /**
     * ZeroMQ would go on trying where nobody listens. Whoever speaks it greets at once; one that has stopped takes the connection
     * all the same, as the system does that for it.
     */
    private boolean listens(MasterAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), (int) patience.toMillis());
            socket.setSoTimeout(GREETING_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String lines(List<Candidate> names) {
        StringBuilder text = new StringBuilder();
        for (Candidate name : names) {
            if (name.value().codePoints().noneMatch(Unprintable::is)) {
                text.append(name.open() ? '+' : '=').append(name.value());
                text.append('\t')
                        .append(OneLine.of(name.description(), LONGEST))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
