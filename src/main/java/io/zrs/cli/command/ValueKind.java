package io.zrs.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the value of an option or parameter is: for whoever completes, explains or colours a command line. */
public final class ValueKind {
    /** What there is to choose from. */
    public enum Source {
        /** Nothing: a number, a time, a text. */
        NONE,
        /** Words that are known, and no others. */
        CHOICE,
        /** Words that are known; others may stand, too. */
        HINT,
        /** A topic. */
        TOPIC,
        /** A topic, or a pattern for several. */
        TOPIC_PATTERN,
        /** A topic, or one with the way to a field behind it: {@code /odom.pose.x}. */
        TOPIC_FIELD,
        /** The way to a field of the messages of the topics that the command names: {@code pose.x}. */
        FIELD,
        /** An expression over such fields: {@code pose.x > 1}. */
        EXPRESSION,
        /** A node. */
        NODE,
        /** A node or a topic. */
        NODE_OR_TOPIC,
        /** A file, by its name's end if there are {@linkplain ValueKind#words words}. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A word whose beginning is said by the file that stands before it. */
        FILE_WORD,
        /** Where a master listens. */
        MASTER
    }

    /** Nothing that anybody else could know. */
    public static final ValueKind NONE = of(Source.NONE);

    /** A topic. */
    public static final ValueKind TOPIC = of(Source.TOPIC);

    /** A topic, or a pattern for several. */
    public static final ValueKind TOPIC_PATTERN = of(Source.TOPIC_PATTERN);

    /** A topic, perhaps with the way to a field behind it. */
    public static final ValueKind TOPIC_FIELD = of(Source.TOPIC_FIELD);

    /** The way to a field of a message. */
    public static final ValueKind FIELD = of(Source.FIELD);

    /** An expression over fields of a message. */
    public static final ValueKind EXPRESSION = of(Source.EXPRESSION);

    /** A node. */
    public static final ValueKind NODE = of(Source.NODE);

    /** A node or a topic. */
    public static final ValueKind NODE_OR_TOPIC = of(Source.NODE_OR_TOPIC);

    /** Any file. */
    public static final ValueKind FILE = of(Source.FILE);

    /** A directory. */
    public static final ValueKind DIRECTORY = of(Source.DIRECTORY);

    /** A recording: MCAP, finished or not, or ZeROSMQ's lines. */
    public static final ValueKind BAG = files("mcap", "active", "zerosmq", "txt", "csv");

    /** Where a master listens. */
    public static final ValueKind MASTER = of(Source.MASTER);

    private final Source source;
    private final Supplier<List<String>> words;
    private final String behind;
    private final boolean several;
    private final Function<Path, Map<String, String>> inFile;

    private ValueKind(Source source, Supplier<List<String>> words, String behind, boolean several) {
        this(source, words, behind, several, file -> Map.of());
    }

    private ValueKind(
            Source source,
            Supplier<List<String>> words,
            String behind,
            boolean several,
            Function<Path, Map<String, String>> inFile) {
        this.source = source;
        this.words = words;
        this.behind = behind;
        this.several = several;
        this.inFile = inFile;
    }

    private static ValueKind of(Source source) {
        return new ValueKind(source, List::of, "", false);
    }

    /** One of these words, and nothing else. */
    public static ValueKind choice(String... words) {
        List<String> fixed = List.of(words);
        return choice(() -> fixed);
    }

    /** As {@link #choice(String...)}; the words are asked for when somebody wants them, and are always the same. */
    public static ValueKind choice(Supplier<List<String>> words) {
        return new ValueKind(Source.CHOICE, words, "", false);
    }

    /** One of these words, or something that nobody else could know. */
    public static ValueKind hint(String... words) {
        List<String> fixed = List.of(words);
        return hint(() -> fixed);
    }

    /** As {@link #hint(String...)}; the words are asked for when somebody wants them, and are always the same. */
    public static ValueKind hint(Supplier<List<String>> words) {
        return new ValueKind(Source.HINT, words, "", false);
    }

    /** A file whose name ends with one of these, which stand without their dot. */
    public static ValueKind files(String... extensions) {
        List<String> fixed = List.of(extensions);
        return new ValueKind(Source.FILE, () -> fixed, "", false);
    }

    /**
     * A word of which a file knows the beginning, such as {@code rate:=}.
     *
     * @param inFile finds the beginnings, in their order, with a few words about each; none in a file that it cannot read
     */
    public static ValueKind inFile(Function<Path, Map<String, String>> inFile) {
        return new ValueKind(Source.FILE_WORD, List::of, "", false, inFile);
    }

    /** The same, with more of the same word behind it: {@code =} in {@code run.mcap=1.5}. */
    public ValueKind before(String text) {
        return new ValueKind(source, words, text, several, inFile);
    }

    /** Several of the same, with commas between them. */
    public ValueKind several() {
        return new ValueKind(source, words, behind, true, inFile);
    }

    /** What there is to choose from. */
    public Source source() {
        return source;
    }

    /** The words of a choice or hint, or the ends of files' names without their dot; else none. */
    public List<String> words() {
        return words.get();
    }

    /** The beginnings of words that a file has, with a few words about each; none if this is not their kind. */
    public Map<String, String> wordsIn(Path file) {
        return inFile.apply(file);
    }

    /** What has to stand behind the value in the same word, which is then not at its end; else empty. */
    public String behind() {
        return behind;
    }

    /** Whether there may be several of them in one word, with commas between. */
    public boolean isSeveral() {
        return several;
    }
}
