package io.zrs.cli.command.complete;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ValueKind.Source;
import io.zrs.cli.command.complete.Candidate.Kind;
import io.zrs.model.TopicName;
import io.zrs.model.TopicPattern;
import io.zrs.model.ZrsException;
import io.zrs.output.JsonShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values that an option or parameter may have. */
final class Values {
    /** To ask for the messages of more topics would take longer than a key may. */
    private static final int MOST_ASKED = 8;

    private final LiveNames names;
    private final PathCandidates paths;

    Values(LiveNames names, PathCandidates paths) {
        this.names = names;
        this.paths = paths;
    }

    /**
     * The line around a value.
     *
     * @param before up to the word
     * @param whole with the word and what is behind it
     */
    record Line(Reading before, Reading whole) {}

    List<Candidate> of(Argument<?> argument, String started, Line line) {
        ValueKind kind = argument.kind().orElse(ValueKind.NONE);
        if (kind.isSeveral()) {
            return several(kind, started, line);
        }
        List<Candidate> found = new ArrayList<>();
        for (Candidate candidate : plain(kind, started, line)) {
            found.add(candidate.before(kind.behind()));
        }
        if (argument.isRepeatable()) {
            removeGiven(found, kind, started, line.before());
        }
        return found;
    }

    /**
     * Those of one kind, of names all: who asks may have another way than ours to tell which go on with what was started.
     *
     * @param line may name topics, and what it has of the kind need not be had again
     */
    List<Candidate> of(ValueKind kind, String started, Reading line) {
        String begins = isLive(kind.source()) ? "" : started;
        List<Candidate> found = new ArrayList<>(plain(kind, begins, new Line(line, line)));
        removeGiven(found, kind, started, line);
        return found;
    }

    private static void removeGiven(List<Candidate> found, ValueKind kind, String started, Reading line) {
        if (!isLive(kind.source())) {
            return;
        }
        Set<String> given = new LinkedHashSet<>();
        for (Reading.Value value : line.values()) {
            if (value.argument().isRepeatable()) {
                given.add(value.text());
            }
        }
        found.removeIf(candidate ->
                given.contains(candidate.value()) && !candidate.value().equals(started));
    }

    private static boolean isLive(Source source) {
        return source == Source.TOPIC
                || source == Source.TOPIC_PATTERN
                || source == Source.NODE
                || source == Source.NODE_OR_TOPIC;
    }

    private List<Candidate> several(ValueKind kind, String started, Line line) {
        int last = started.lastIndexOf(',') + 1;
        Set<String> before = Set.copyOf(
                new LinkedHashSet<>(List.of(started.substring(0, last).split(",", 0))));
        List<Candidate> found = new ArrayList<>();
        for (Candidate candidate : plain(kind, started.substring(last), line)) {
            if (!before.contains(candidate.value())) {
                found.add(candidate.behind(started.substring(0, last)));
            }
        }
        return found;
    }

    private List<Candidate> plain(ValueKind kind, String started, Line line) {
        return switch (kind.source()) {
            case NONE, MASTER -> List.of();
            case CHOICE, HINT -> words(kind, started);
            case TOPIC, TOPIC_PATTERN -> live(names.topics(), started, Kind.TOPIC);
            case TOPIC_FIELD -> topicFields(started);
            case FIELD -> fields(started, line);
            case EXPRESSION -> expression(started, line);
            case NODE -> live(names.nodes(), started, Kind.NODE);
            case NODE_OR_TOPIC -> {
                List<Candidate> both = live(names.nodes(), started, Kind.NODE);
                both.addAll(live(names.topics(), started, Kind.TOPIC));
                yield both;
            }
            case FILE -> paths.of(started, kind.words(), true);
            case DIRECTORY -> paths.of(started, List.of(), false);
            case FILE_WORD -> fileWords(kind, started, line.whole());
        };
    }

    /** What the file goes on with that the line names, but for what stands there already. */
    private List<Candidate> fileWords(ValueKind kind, String started, Reading line) {
        List<Candidate> found = new ArrayList<>();
        for (String file : line.values(Source.FILE)) {
            paths.path(file)
                    .ifPresent(path -> kind.wordsIn(path).forEach((word, description) -> {
                        boolean given =
                                line.values(Source.FILE_WORD).stream().anyMatch(value -> value.startsWith(word));
                        if (word.startsWith(started) && (!given || started.equals(word))) {
                            found.add(new Candidate(word, description, Kind.WORD, true));
                        }
                    }));
        }
        return found;
    }

    private static List<Candidate> words(ValueKind kind, String started) {
        List<Candidate> found = new ArrayList<>();
        for (String word : kind.words()) {
            if (word.startsWith(started)) {
                found.add(new Candidate(word, "", Kind.WORD, false));
            }
        }
        return found;
    }

    private static List<Candidate> live(List<LiveName> all, String started, Kind kind) {
        List<Candidate> found = new ArrayList<>();
        for (LiveName name : all) {
            if (name.value().startsWith(started)) {
                found.add(new Candidate(name.value(), name.description(), kind, false));
            }
        }
        return found;
    }

    /** Topics, and behind one that is there its fields; one that is the only one goes on with them at once. */
    private List<Candidate> topicFields(String started) {
        List<LiveName> topics = names.topics();
        List<Candidate> found = new ArrayList<>();
        for (LiveName topic : topics) {
            if (topic.value().startsWith(started)) {
                found.add(new Candidate(topic.value(), topic.description(), Kind.TOPIC, true));
            }
        }
        Optional<String> named = found.size() == 1 ? Optional.of(found.get(0).value()) : longest(topics, started);
        if (named.isEmpty()) {
            return found;
        }
        List<Candidate> fields = names.fields(new TopicName(named.get()))
                .map(shape -> FieldPaths.of(shape, named.get(), started))
                .orElse(List.of());
        if (fields.isEmpty()) {
            found.replaceAll(topic -> new Candidate(
                    topic.value(),
                    topic.description(),
                    Kind.TOPIC,
                    !topic.value().equals(named.get())));
        }
        found.addAll(fields);
        return found;
    }

    private static Optional<String> longest(List<LiveName> topics, String started) {
        String longest = "";
        for (LiveName topic : topics) {
            String name = topic.value();
            boolean goesOn = started.length() == name.length()
                    || started.length() > name.length() && ".[".indexOf(started.charAt(name.length())) >= 0;
            if (started.startsWith(name) && goesOn && name.length() > longest.length()) {
                longest = name;
            }
        }
        return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
    }

    private List<Candidate> fields(String started, Line line) {
        Optional<JsonShape> shape = shape(line.whole());
        return shape.isEmpty() ? List.of() : FieldPaths.of(shape.get(), "", started);
    }

    /** What all the topics have that the line names. */
    private Optional<JsonShape> shape(Reading line) {
        Set<TopicName> topics = new LinkedHashSet<>();
        for (String text : line.values(Source.TOPIC, Source.TOPIC_PATTERN)) {
            addTopics(topics, text);
        }
        List<LiveName> known = null;
        for (String text : line.values(Source.TOPIC_FIELD)) {
            known = known == null ? names.topics() : known;
            longest(known, text).map(TopicName::new).ifPresent(topics::add);
        }
        Optional<JsonShape> all = Optional.empty();
        int asked = 0;
        for (TopicName topic : topics) {
            if (asked++ == MOST_ASKED) {
                return all;
            }
            Optional<JsonShape> one = names.fields(topic);
            all = all.isPresent() && one.isPresent() ? Optional.of(all.get().or(one.get())) : all.or(() -> one);
        }
        return all;
    }

    private void addTopics(Set<TopicName> topics, String text) {
        Optional<TopicPattern> pattern = pattern(text);
        if (pattern.isEmpty()) {
            return;
        }
        if (!pattern.get().isWild()) {
            topics.add(pattern.get().name());
            return;
        }
        for (LiveName name : names.topics()) {
            TopicName topic = new TopicName(name.value());
            if (pattern.get().matches(topic)) {
                topics.add(topic);
            }
        }
    }

    /** What is still being typed need not be one. */
    private static Optional<TopicPattern> pattern(String text) {
        try {
            return Optional.of(new TopicPattern(text));
        } catch (ZrsException e) {
            return Optional.empty();
        }
    }

    /** The field that an expression ends with, where one may stand. */
    private List<Candidate> expression(String started, Line line) {
        int from = ExpressionEnd.fieldIn(started);
        if (from < 0) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>();
        for (Candidate field : fields(started.substring(from), line)) {
            // What is compared with it is still to come.
            found.add(new Candidate(field.value(), field.description(), field.kind(), true)
                    .behind(started.substring(0, from)));
        }
        return found;
    }
}
