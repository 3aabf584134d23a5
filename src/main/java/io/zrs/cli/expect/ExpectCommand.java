package io.zrs.cli.expect;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.expect.Expectation;
import io.zrs.expect.ExpectationFile;
import io.zrs.expect.ExpectedGraph;
import io.zrs.expect.GraphFile;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The command {@code zrs expect}. */
public final class ExpectCommand extends ZrsCommand {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final String TRY_HELP = "try 'zrs expect --help'";

    private final Argument<TopicName> topic;
    private final ExpectationOptions what;
    private final Argument<Duration> within;
    private final Argument<TextFile> file;
    private final Argument<TextFile> graph;
    private final Argument<Boolean> save;
    private final FormOptions forms;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public ExpectCommand(Context context) {
        super(context, new Definition("expect", "Checks that messages, or the graph, are as expected.").drawing());
        Definition me = definition();
        me.description(
                "For scripts and CI. Without options: a message comes within 5 s. A latched",
                "message counts. Ends with 0 if all is as expected; 3 if something is not,",
                "or messages were lost that would tell; 4 if nothing wrong came, but what",
                "was waited for did not come in time.");
        topic = me.optionalParameter("TOPIC", TopicName::new, "The topic.").completes(ValueKind.TOPIC);
        what = new ExpectationOptions(me);
        within = me.option(
                        "--within",
                        "TIME",
                        Quantity::duration,
                        "For how long; else 5s. A rate is measured for so",
                        "long from the first message on.")
                .completes(ValueKind.NONE);
        file = me.option(
                        "-f --file",
                        "FILE",
                        TextFile::new,
                        "Many expectations at once, in YAML; - is",
                        "standard input.")
                .completes(ValueKind.files("yaml", "yml"));
        graph = me.option("--graph", "FILE", TextFile::new, "Who talks to whom, in YAML, is or becomes so.")
                .completes(ValueKind.files("yaml", "yml"));
        save = me.flag("--save", "Write the graph as it is to that FILE instead.");
        forms = new FormOptions(context, me);
        master = new MasterOption(context, me);
        me.examples(
                "zrs expect /odom --hz 9..11 --within 10s",
                "zrs expect /scan --filter 'ranges[0] > 0.2' --every",
                "zrs expect /alarm --silent --within 1m",
                "zrs expect -f checks.yaml --junit report.xml",
                "zrs expect --graph graph.yaml --save  &&  zrs expect --graph graph.yaml");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        check();
        // After Ctrl-C the findings are told at once; what may take long then is a master that hangs.
        context().interruption().impatient();
        Duration time = within.value().orElse(WITHIN);
        if (graph.value().isPresent()) {
            return graph(graph.value().get(), time);
        }
        List<Expectation> expectations = expectations(time);
        return report(findings -> new TopicRun(context(), master, expectations, findings).run());
    }

    private List<Expectation> expectations(Duration time) {
        if (file.value().isEmpty()) {
            return List.of(what.expectation(topic.get(), time));
        }
        ExpectationFile reader = new ExpectationFile(Quantity::duration);
        return reader.read(file.value().get().read(context()), within.value(), WITHIN);
    }

    private ExitCode graph(TextFile named, Duration time) throws IOException, InterruptedException {
        GraphRun run = new GraphRun(context(), master);
        if (save.get()) {
            named.write(context(), run.current());
            return ExitCode.DONE;
        }
        ExpectedGraph expected = GraphFile.read(named.read(context()));
        return report(findings -> run.compare(expected, time, findings));
    }

    /** What looks at the system, and tells what it finds. */
    @FunctionalInterface
    private interface Look {
        ExitCode run(Findings findings) throws IOException, InterruptedException;
    }

    private ExitCode report(Look look) throws IOException, InterruptedException {
        Findings findings = forms.open();
        try {
            return look.run(findings);
        } catch (ZrsException e) {
            findings.breakOff(e.getMessage());
            throw e;
        }
    }

    private void check() {
        Optional<String> first = topic.value().map(name -> "TOPIC");
        Optional<String> second = file.value().map(name -> "--file");
        Optional<String> third = graph.value().map(name -> "--graph");
        List<String> sources =
                List.of(first, second, third).stream().flatMap(Optional::stream).toList();
        if (sources.isEmpty()) {
            throw new ZrsException(ErrorCode.INVALID, "missing TOPIC, --file or --graph", TRY_HELP);
        }
        if (sources.size() > 1) {
            throw contradiction(sources.get(0), sources.get(1));
        }
        Optional<String> assertion = what.given();
        if (topic.value().isEmpty() && assertion.isPresent()) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    assertion.get() + " belongs to a TOPIC, and there is " + sources.get(0),
                    graph.value().isPresent() ? "leave one of them out" : "say it in the file");
        }
        if (save.get() && graph.value().isEmpty()) {
            throw new ZrsException(ErrorCode.INVALID, "--save needs --graph, which names the file", TRY_HELP);
        }
        Optional<String> form = forms.given().or(() -> within.value().map(time -> "--within"));
        if (save.get() && form.isPresent()) {
            throw contradiction("--save", form.get());
        }
        forms.check();
    }

    static ZrsException contradiction(String one, String other) {
        return new ZrsException(ErrorCode.INVALID, one + " contradicts " + other, "leave out one of the two");
    }
}
