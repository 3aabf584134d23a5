package io.zrs.cli;

import io.zrs.cli.command.Connections;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption;
import io.zrs.cli.command.Terminal;
import io.zrs.cli.completion.Question;
import io.zrs.cli.shell.Rehearsal;
import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.PublisherOptions;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the everyday commands once, in one process, against a master of its own and for nobody to see, so that the JVM
 * can note which classes they need: the archive that makes commands start fast is made from that list.
 */
final class Training {
    private static final String TOPIC = "/training";
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final Context context;
    private final String master;

    private Training(Context context, int port) {
        this.context = context;
        master = "127.0.0.1:" + port;
    }

    public static void main(String[] args) throws IOException {
        Context ended = context(new Switch(true));
        keepState(ended);
        Zrs.run(ended, List.of("master", "--port", "0", "--json"));
        try (Master server = Master.start(MasterOptions.builder().port(0).build(), event -> {})) {
            Training training = new Training(context(new Switch(false)), server.port());
            training.run();
            training.look(ended);
        }
        // As the last, because it ends the process: through the one door that all commands go.
        Main.main(new String[] {"--version"});
    }

    /** A master on a port of its own keeps its state, which one on a free port has to be told. */
    private static void keepState(Context ended) throws IOException {
        Path directory = Files.createTempDirectory("zrs-training");
        Zrs.run(ended, List.of("master", "--port", "0", "--state", directory.toString()));
        delete(directory);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static Context context(Interruption interruption) {
        return new Context(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintWriter(OutputStream.nullOutputStream()),
                new Terminal(true, true, 256),
                name -> null,
                interruption,
                InstantSource.system(),
                "zrs",
                Connections.NEW);
    }

    private void run() {
        Zrs.run(context, List.of("--help"));
        Zrs.run(context, List.of("ecoh"));
        CompletableFuture<Void> echoes = CompletableFuture.allOf(
                echo("-n", "1"),
                echo("--once", "--json", "--timeout", "1h"),
                echo("--once", "--raw", "--filter", "x > 1 and topic == '" + TOPIC + "'"),
                echo("--once", "--csv", "--stamp", "/train*"),
                echo("-n", "2", "--rate", "1000", "--clear", "--field", "x", "--all"));
        long start = System.nanoTime();
        while (!echoes.isDone()) {
            zrs("pub", TOPIC, "{\"x\": 1.5}", "hello");
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IllegalStateException("what is published does not arrive");
            }
        }
        zrs("pub", TOPIC, "hello", "-r", "1000", "-n", "2", "-p", "1");
        zrs("pub", TOPIC, "-f", "-");
        zrs("pub", TOPIC, "--docs", "-f", "-");
        zrs("pub", "--envelope", "-");
        zrs("pub", TOPIC, "--json", "--template", "{\"n\": {{count}}, \"t\": {{time}}}");
        zrs("topic", "hz", TOPIC, "-n", "1");
        zrs("shell", "-c", "topic list; pub " + TOPIC + " hello -q");
    }

    /** As somebody types at a prompt: completed, corrected, with a job, and with one of the system's programs. */
    private void sit() throws IOException {
        String typed = "topi\tlis\t\u001b[D\u001b[C\recho " + TOPIC + " -n 1 &\rpub " + TOPIC
                + "s x\rwait\rtopic list | cat\rnosuch\rexit 0\r";
        Context sitting = new Context(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                new PrintWriter(OutputStream.nullOutputStream()),
                new Terminal(true, true, true, 256),
                Map.of("TERM", "xterm-256color")::get,
                new Switch(false),
                InstantSource.system(),
                "zrs",
                Connections.NEW);
        Rehearsal.run(sitting, Zrs.TREE, Zrs::run, MasterAddress.parse(master));
    }

    private CompletableFuture<Void> echo(String... options) {
        List<String> words = new ArrayList<>(List.of("echo", TOPIC));
        words.addAll(List.of(options));
        return CompletableFuture.runAsync(() -> zrs(words.toArray(new String[0])));
    }

    /** Looks at topics and nodes while one has somebody on it, and a message. */
    private void look(Context ended) throws IOException {
        try (Node node = Node.connect(MasterAddress.parse(master), new NodeName("training"))) {
            TopicName topic = new TopicName(TOPIC);
            node.advertise(topic, PublisherOptions.DEFAULT.withLatch(true)).publish("{\"x\": [1.5]}");
            for (String option : new String[] {"--debug", "--json"}) {
                zrs("topic", "list", option);
                zrs("topic", "list", "-v", option);
                zrs("topic", "list", "-t", option);
                zrs("topic", "info", "-v", "-a", TOPIC, option);
                zrs("topic", "type", TOPIC, option);
                zrs("topic", "find", ".x", option);
                zrs("node", "list", option);
                zrs("node", "info", "training", option);
                zrs("expect", TOPIC, option);
                zrs("graph", option);
                zrs("top", "--once", "--delay", "200ms", option);
                Zrs.run(ended, List.of("topic", "list", "--watch", "--master", master, option));
            }
            complete();
            sit();
            draw();
            bags();
            launch();
        }
        Zrs.run(context, List.of("topic", "info", TOPIC + "s", "--master", master));
    }

    /** Whoever pressed TAB waits. */
    private void complete() {
        for (String kind : new String[] {"topics", "nodes"}) {
            here(Question.WORD, kind, "", "echo", "--master", master);
        }
        here(Question.WORD, "fields", "", "echo", TOPIC, "--master", master);
        here(Question.WORD, "targets", TOPIC + ".", "plot", "--master", master);
        here(Question.WORD, "expression", "x > 1 and ", "echo", TOPIC, "--master", master);
        here("completion", "bash");
    }

    /** Pictures go into files; whether {@code dot} is here or not, it has to be found, and the embedded engine known. */
    private void draw() throws IOException {
        Path directory = Files.createTempDirectory("zrs-training");
        Path picture = directory.resolve("picture");
        for (String format : new String[] {"svg", "png", "html", "dot", "mermaid"}) {
            zrs("graph", "--format", format, "--rates", "--interval", "1ms", "-o", picture.toString());
        }
        zrs("plot", TOPIC, "-n", "1", "--duration", "1m", "-o", directory + "/plot.svg");
        zrs("plot", TOPIC, "-n", "1", "--duration", "1m", "-o", directory + "/plot.png");
        zrs("plot", TOPIC, "-n", "1", "--duration", "1m", "--json");
        delete(directory);
    }

    /** The latched message is all that there is to record. */
    private void bags() throws IOException {
        Path directory = Files.createTempDirectory("zrs-training");
        String bag = directory.resolve("bag.mcap").toString();
        String other = directory.resolve("other.mcap").toString();
        zrs("record", "-O", other, "-l", "1", "--when", "x[0] > 1", "--post", "1ms", TOPIC);
        zrs("record", "-O", bag, "-l", "1", TOPIC);
        zrs("play", bag);
        zrs("play", "-r", "max", "--json", bag);
        for (String option : new String[] {"--debug", "--json"}) {
            here("bag", "info", "--freq", bag, option);
            here("bag", "cat", bag, option);
            here("bag", "check", bag, option);
        }
        here("bag", "cat", bag, "--csv", "--filter", "topic == '" + TOPIC + "'");
        here("bag", "filter", bag, other, "true", "-u", "1");
        here("bag", "merge", bag, bag, "-f", "-j", "-o", other);
        here("bag", "cat", other);
        here("bag", "convert", bag, directory.resolve("lines.csv").toString());
        here("bag", "recover", bag);
        delete(directory);
    }

    /** Nodes that end at once, and need no master. */
    private void launch() throws IOException {
        Path directory = Files.createTempDirectory("zrs-training");
        Path file = Files.writeString(
                directory.resolve("launch.yaml"),
                "args: {x: 1}\nmaster: none\nnodes: {a: {run: echo $(arg x), ready: {exit: 0}}, b: {run: 'true', depends_on: a}}\n");
        for (String option : new String[] {"--debug", "--dry-run", "--json"}) {
            here("launch", file.toString(), "x:=2", option);
        }
        delete(directory);
    }

    private void zrs(String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.add("--master");
        args.add(master);
        here(args.toArray(new String[0]));
    }

    /** Without a master. */
    private void here(String... words) {
        List<String> args = List.of(words);
        int code = Zrs.run(context, args);
        if (code != ExitCode.DONE.value()) {
            throw new IllegalStateException(args + " ends with " + code);
        }
    }

    /** An interruption that has come, or never will. */
    private record Switch(boolean raised) implements Interruption, Interruption.Handling {
        @Override
        public void streaming() {
            // No process ends here: nothing is different for a stream.
        }

        @Override
        public void raise() {
            throw new IllegalStateException("nobody knows of this command, and something asks it to end");
        }

        @Override
        public Handling handle(Runnable onRaised) {
            if (raised) {
                onRaised.run();
            }
            return this;
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            if (!raised) {
                TimeUnit.NANOSECONDS.sleep(atMost.toNanos());
            }
            return raised;
        }

        @Override
        public void close() {
            // There is nothing to give back: it was never anybody's signal.
        }
    }
}
