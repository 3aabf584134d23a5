package io.zrs.cli.graph;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.NearMiss;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.ValueKind;
import io.zrs.graph.GraphView;
import io.zrs.graph.Selection;
import io.zrs.graph.Vertex;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.Amount;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which options say what of a graph is shown. */
final class SelectionOptions {
    private final Argument<Boolean> pairs;
    private final Argument<List<String>> focus;
    private final Argument<Integer> depth;
    private final Argument<List<Pattern>> include;
    private final Argument<List<Pattern>> exclude;
    private final Argument<Set<Hidden>> hide;
    private final Argument<Integer> collapse;
    private final Argument<Boolean> all;

    /** What {@code --hide} takes. */
    private enum Hidden {
        LEAF,
        DEBUG
    }

    /** Adds the options to a command. */
    SelectionOptions(Definition me) {
        pairs = me.option(
                        "--topics",
                        "nodes|edges",
                        SelectionOptions::isPairs,
                        "Topics as boxes of their own, as without it; or",
                        "as labels on one edge for each pair of nodes.")
                .completes(ValueKind.choice("nodes", "edges"));
        focus = me.repeatable(
                        "--focus",
                        "NODE|TOPIC",
                        word -> word,
                        "Only what is near: a name, NODE#INSTANCE, or a",
                        "pattern with *. May be given again.")
                .completes(ValueKind.NODE_OR_TOPIC);
        depth = me.option(
                        "--depth",
                        "N",
                        SelectionOptions::depth,
                        "How near: so many hops; else 1. A hop goes from a",
                        "node over a topic to one on its other end.")
                .completes(ValueKind.NONE);
        include = me.repeatable(
                        "--include",
                        "REGEX",
                        SelectionOptions::regex,
                        "Only nodes and topics with such names, and what",
                        "is joined to them.")
                .completes(ValueKind.NONE);
        exclude = me.repeatable("--exclude", "REGEX", SelectionOptions::regex, "No nodes and topics with such names.")
                .completes(ValueKind.NONE);
        hide = me.option(
                        "--hide",
                        "leaf,debug",
                        SelectionOptions::hidden,
                        "leaf: no topics with one end only. debug: no",
                        "/rosout, /clock, /diagnostics, rqt, /zrs/… .")
                .completes(ValueKind.choice("leaf", "debug").several());
        collapse = me.optionalValue(
                        "--collapse",
                        "DEPTH",
                        "1",
                        Numbers::intCount,
                        "Draw what is in one namespace as one: so many",
                        "parts of the names; else 1, such as /robot1.")
                .completes(ValueKind.NONE);
        all = me.flag("-a --all", "Tools' own nodes too, such as that of 'zrs echo'.");
    }

    private static boolean isPairs(String word) {
        if (word.equals("nodes") || word.equals("edges")) {
            return word.equals("edges");
        }
        throw new ZrsException(ErrorCode.INVALID, "'" + word + "' is neither nodes nor edges");
    }

    private static int depth(String text) {
        return text.equals("0") ? 0 : Numbers.intCount(text);
    }

    private static Pattern regex(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            // The description alone: the message draws a picture of several lines.
            throw new ZrsException(
                    ErrorCode.INVALID, "'" + text + "' is no regular expression: " + e.getDescription(), "", e);
        }
    }

    private static Set<Hidden> hidden(String words) {
        Set<Hidden> hidden = EnumSet.noneOf(Hidden.class);
        for (String word : words.split(",", -1)) {
            switch (word) {
                case "leaf" -> hidden.add(Hidden.LEAF);
                case "debug" -> hidden.add(Hidden.DEBUG);
                default ->
                    throw new ZrsException(
                            ErrorCode.INVALID,
                            "there is nothing called '" + word + "' to hide",
                            NearMiss.of(word.toLowerCase(Locale.ROOT), List.of("leaf", "debug"))
                                    .map(near -> "did you mean " + near + "?")
                                    .orElse("give leaf, debug, or leaf,debug"));
            }
        }
        return hidden;
    }

    /** Complains of options that do not go together. */
    void check() {
        if (depth.value().isPresent() && focus.value().isEmpty()) {
            throw new ZrsException(
                    ErrorCode.INVALID, "--depth needs --focus, which says from where", "try 'zrs graph --help'");
        }
    }

    /** Says why there is nothing, or less than somebody may expect. */
    void noteMissing(Context context, GraphView whole, GraphView drawn) {
        long tools = tools(whole) - tools(drawn);
        long topics = whole.vertices().stream().filter(Vertex::isTopic).count();
        long nodes = whole.vertices().size() - topics;
        if (whole.vertices().isEmpty()) {
            context.note("there is no node and no topic yet");
        } else if (drawn.vertices().isEmpty()) {
            context.note("of " + Amount.of(nodes, "node") + " and " + Amount.of(topics, "topic")
                    + " nothing is left to draw" + (tools == nodes ? ": tools' own nodes want -a" : ""));
        } else if (!all.get() && tools > 0) {
            context.note(Amount.of(tools, "hidden tool") + " left out; -a draws " + (tools == 1 ? "it" : "them"));
        }
    }

    private static long tools(GraphView view) {
        return view.vertices().stream()
                .filter(vertex -> vertex.is(Vertex.Mark.TOOL))
                .count();
    }

    /**
     * Selects from a whole system.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if what is in focus is not there
     */
    GraphView from(GraphView whole) {
        return selection(Centre.find(whole, focus.value().orElse(List.of()))).from(whole);
    }

    /** As {@link #from}, for a graph that changes: what is in focus may have gone for a while. */
    GraphView fromChanging(GraphView whole) {
        List<String> words = focus.value().orElse(List.of());
        Set<String> centre = Centre.present(whole, words);
        return !words.isEmpty() && centre.isEmpty()
                ? new GraphView(List.of(), List.of())
                : selection(centre).from(whole);
    }

    private Selection selection(Collection<String> centre) {
        Set<Hidden> hidden = hide.value().orElse(Set.of());
        return new Selection(
                all.get(),
                !hidden.contains(Hidden.DEBUG),
                !hidden.contains(Hidden.LEAF),
                include.value().map(SelectionOptions::anyOf).orElse(name -> true),
                exclude.value().map(SelectionOptions::anyOf).orElse(name -> false),
                centre,
                depth.value().orElse(1),
                pairs.value().orElse(false),
                collapse.value().map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    private static Predicate<String> anyOf(List<Pattern> patterns) {
        return name ->
                patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
    }
}
