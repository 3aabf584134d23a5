package io.zrs.cli.topic.pub;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.Progress;
import io.zrs.cli.command.ValueKind;
import io.zrs.input.DocumentSource;
import io.zrs.input.EnvelopeSource;
import io.zrs.input.InputException;
import io.zrs.input.JsonSource;
import io.zrs.input.LineSource;
import io.zrs.input.ListSource;
import io.zrs.input.MessageSource;
import io.zrs.input.TemplateSource;
import io.zrs.input.WholeSource;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Where messages come from, and what is made of them. */
final class InputOptions {
    private static final String STANDARD_INPUT = "-";

    /** A message is there some times: in the buffer, which doubles, as a frame, and on its way. */
    private static final int HEAP_SHARE = 8;

    private final Context context;
    private final Argument<String> file;
    private final Argument<Boolean> whole;
    private final Argument<Boolean> docs;
    private final Argument<String> envelope;
    private final Argument<Boolean> json;
    private final Argument<Boolean> template;

    InputOptions(Context context, Definition me) {
        this.context = context;
        file = me.option("-f --file", "FILE", text -> text, "A message a line of FILE; - is standard input.")
                .completes(ValueKind.FILE);
        whole = me.flag("--whole", "All of it is one message.");
        docs = me.flag("--docs", "A line --- ends a message, as zrs echo has it.");
        envelope = me.option(
                        "--envelope",
                        "FILE",
                        text -> text,
                        "What zrs echo --json printed: each message to its",
                        "own topic, or to TOPIC if that is given.")
                .completes(ValueKind.FILE);
        json = me.flag("--json", "Check that messages are JSON, and compact them.");
        template = me.flag(
                "--template",
                "Fill in {{count}} {{count 5..9}} {{time}}",
                "{{time iso}} {{random 1..6}} {{random a|b}}",
                "{{uuid}}; {{{{ stands for {{.");
    }

    /** Whether each message has a topic of its own. */
    boolean enveloped() {
        return envelope.value().isPresent();
    }

    /** Whether all of the input is one message. */
    boolean isWhole() {
        return whole.get();
    }

    /** Complains of options that contradict each other; {@code messages} are the arguments. */
    void check(List<String> messages) {
        exclude(whole.get(), "--whole", docs.get(), "--docs");
        exclude(file.value().isPresent(), "--file", enveloped(), "--envelope");
        exclude(whole.get(), "--whole", enveloped(), "--envelope");
        exclude(docs.get(), "--docs", enveloped(), "--envelope");
        exclude(json.get(), "--json", enveloped(), "--envelope");
        exclude(template.get(), "--template", enveloped(), "--envelope");
        boolean given = !isRead(messages);
        checkText(messages);
        exclude(given, "MESSAGE", file.value().isPresent(), "--file");
        exclude(given, "MESSAGE", enveloped(), "--envelope");
        exclude(given, "MESSAGE", whole.get(), "--whole");
        exclude(given, "MESSAGE", docs.get(), "--docs");
        if (!given
                && !enveloped()
                && file.value().isEmpty()
                && context.terminal().in()) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "nothing to send",
                    "give a MESSAGE, or -f FILE, where -f - is what you type up to Ctrl-D");
        }
    }

    /** What the terminal or the shell handed over is text to Java, and what was none cannot be told any more. */
    private static void checkText(List<String> messages) {
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).indexOf('\ufffd') >= 0) {
                throw new ZrsException(
                        ErrorCode.INVALID,
                        "message " + (i + 1) + " has bytes that are no UTF-8, or U+FFFD in their place",
                        "give it by -f, which keeps bytes as they are");
            }
        }
    }

    static void exclude(boolean one, String first, boolean other, String second) {
        if (one && other) {
            throw new ZrsException(
                    ErrorCode.INVALID, first + " and " + second + " exclude each other", "leave one of them out");
        }
    }

    /**
     * Checks what can be read twice, before anything is sent.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} for what is wrong in it, {@link ErrorCode#IO} if it cannot be read
     */
    void verify(List<String> messages) {
        if (!isRead(messages)) {
            checkAll(arguments(messages, false));
            return;
        }
        Path path = Path.of(where());
        if (where().equals(STANDARD_INPUT)) {
            return;
        }
        if (!Files.exists(path) || Files.isDirectory(path)) {
            throw ReadInput.unreadable(where(), Files.exists(path) ? "it is a directory" : "there is no such file");
        }
        if (Files.isRegularFile(path)) {
            try (Input first = regular(path, MessageSource.LONGEST)) {
                checkAll(first);
            }
        }
    }

    /**
     * Opens the input.
     *
     * @param endless whether arguments go round and round
     * @param longest how many bytes the master takes
     */
    Input open(List<String> messages, boolean endless, int longest) {
        if (!isRead(messages)) {
            return arguments(messages, endless);
        }
        String where = where();
        if (where.equals(STANDARD_INPUT)) {
            return live("standard input", new LiveInput(context::in), longest);
        }
        Path path = Path.of(where);
        return Files.isRegularFile(path)
                ? regular(path, longest)
                : live(where, new LiveInput(() -> new FileInputStream(where)), longest);
    }

    /** Whether messages are read, and not those of the command line. */
    boolean isRead(List<String> messages) {
        return messages.isEmpty() || messages.equals(List.of(STANDARD_INPUT));
    }

    private String where() {
        return file.value().or(envelope::value).orElse(STANDARD_INPUT);
    }

    private Input arguments(List<String> messages, boolean endless) {
        MessageSource source = made(new ListSource(messages, endless));
        return new Input("", source, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    private Input live(String name, LiveInput stream, int longest) {
        return read(name, new ReadInput(stream, name), Optional.of(stream), 0, longest);
    }

    private Input regular(Path path, int longest) {
        String name = path.toString();
        try {
            InputStream stream = new FileInputStream(path.toFile());
            return read(name, new ReadInput(stream, name), Optional.empty(), Files.size(path), longest);
        } catch (IOException e) {
            throw ReadInput.unreadable(name, "it cannot be opened");
        }
    }

    private Input read(String name, ReadInput stream, Optional<LiveInput> live, long size, int taken) {
        long room = Math.min(MessageSource.LONGEST, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
        int longest = (int) Math.min(taken, room);
        if (enveloped()) {
            EnvelopeSource envelopes = new EnvelopeSource(stream, longest);
            return new Input(name, envelopes, Optional.of(envelopes), Optional.of(stream), live, size);
        }
        MessageSource source;
        if (whole.get()) {
            source = new WholeSource(stream, longest);
        } else {
            source = docs.get() ? new DocumentSource(stream, longest) : new LineSource(stream, longest);
        }
        return new Input(name, made(source), Optional.empty(), Optional.of(stream), live, size);
    }

    private MessageSource made(MessageSource source) {
        MessageSource result = source;
        if (template.get()) {
            result = new TemplateSource(result, context.clock(), new SecureRandom());
        }
        return json.get() ? new JsonSource(result) : result;
    }

    /** Reads it all, if that can find anything wrong. */
    private void checkAll(Input input) {
        if (!json.get() && !template.get()) {
            return;
        }
        Progress progress = new Progress(context, "checked", input.size(), input::read);
        try {
            long count = 0;
            while (input.source().advance()) {
                progress.messages(++count);
            }
        } catch (InputException e) {
            throw input.named(e, "nothing was sent");
        } catch (IOException e) {
            throw ReadInput.unreadable(input.name(), e.getMessage());
        } finally {
            progress.clear();
        }
    }
}
