package io.zrs.cli.command;

import io.zrs.output.ByteText;
import io.zrs.output.TerminalText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The world around a command.
 *
 * @param in standard input
 * @param out where results go. Not buffered: who writes much collects it first. Throws {@link OutputClosedException}
 *     when nobody reads any more
 * @param err where everything else goes; use {@link #note}
 * @param terminal what the streams lead to
 * @param environment environment variables by name; null where one is not set
 * @param interruption how Ctrl-C comes in
 * @param clock the time of day
 * @param programme how to call zrs from another terminal: the launcher's path, or plain {@code zrs}
 * @param connections how it comes to a master
 */
public record Context(
        InputStream in,
        OutputStream out,
        PrintWriter err,
        Terminal terminal,
        UnaryOperator<String> environment,
        Interruption interruption,
        InstantSource clock,
        String programme,
        Connections connections) {
    /** Checks that nothing is missing. */
    public Context {
        Objects.requireNonNull(in);
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
        Objects.requireNonNull(terminal);
        Objects.requireNonNull(environment);
        Objects.requireNonNull(interruption);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(programme);
        Objects.requireNonNull(connections);
    }

    /** The same with another standard error. */
    public Context withErr(PrintWriter other) {
        return new Context(in, out, other, terminal, environment, interruption, clock, programme, connections);
    }

    /** Writes a line {@code zrs: text} to standard error, harmless to a terminal whatever is in it. */
    public void note(String text) {
        err.print("zrs: " + TerminalText.line(text) + "\n");
        err.flush();
    }

    /** As {@link #print}, for text from anywhere: made harmless where a terminal shows it, and there alone. */
    public void show(CharSequence text) throws IOException {
        if (terminal.out()) {
            ByteText harmless = new ByteText();
            TerminalText.append(harmless, text.toString().getBytes(StandardCharsets.UTF_8));
            harmless.drainTo(out);
            out.flush();
        } else {
            print(text);
        }
    }

    /** Writes text, as UTF-8, to standard output. */
    public void print(CharSequence text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * Asks somebody who {@linkplain Terminal#canAsk can be asked}.
     *
     * @param question this programme's own text; the answer is typed right behind it
     * @return the line typed; empty if standard input ends
     */
    public Optional<String> ask(String question) throws IOException {
        err.print(question);
        err.flush();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return next < 0 && line.size() == 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
    }
}
