package io.zrs.cli.graph;

import io.zrs.cli.command.NearMiss;
import io.zrs.expect.NodePattern;
import io.zrs.graph.GraphView;
import io.zrs.graph.Vertex;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.TopicPattern;
import io.zrs.model.ZrsException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The nodes and topics that somebody means by {@code --focus}: a name; {@code NAME#INSTANCE} with the beginning of the
 * instance; a pattern with {@code *}.
 */
final class Centre {
    private Centre() {}

    /**
     * The ids of all that are meant by some words; none only if there are no words.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there is nothing that a word may mean, with what was probably meant
     */
    static Set<String> find(GraphView view, List<String> words) {
        Set<String> ids = new TreeSet<>();
        for (String word : words) {
            Set<String> found = find(view, word);
            if (found.isEmpty()) {
                throw new ZrsException(ErrorCode.NOT_FOUND, "there is no node or topic " + word, remedy(view, word));
            }
            ids.addAll(found);
        }
        return ids;
    }

    /** As {@link #find(GraphView, List)}, without what is not there now. */
    static Set<String> present(GraphView view, List<String> words) {
        Set<String> ids = new TreeSet<>();
        words.forEach(word -> ids.addAll(find(view, word)));
        return ids;
    }

    /** What bears the name goes before what looks like a name and an instance, and that before a pattern. */
    private static Set<String> find(GraphView view, String word) {
        Set<String> named = new TreeSet<>();
        Set<String> numbered = new TreeSet<>();
        Set<String> matching = new TreeSet<>();
        for (Vertex vertex : view.vertices()) {
            if (vertex.name().equals(word)) {
                named.add(vertex.id());
            } else if (isInstance(vertex, word)) {
                numbered.add(vertex.id());
            } else if (word.indexOf('*') >= 0 && matches(vertex, word)) {
                matching.add(vertex.id());
            }
        }
        if (!named.isEmpty()) {
            return named;
        }
        return numbered.isEmpty() ? matching : numbered;
    }

    private static boolean isInstance(Vertex vertex, String word) {
        int mark = word.lastIndexOf('#');
        String instance = "instance: " + word.substring(mark + 1);
        return mark > 0
                && vertex.name().equals(word.substring(0, mark))
                && vertex.details().stream().anyMatch(detail -> detail.startsWith(instance));
    }

    private static boolean matches(Vertex vertex, String word) {
        if (!vertex.isTopic()) {
            return new NodePattern(word).matches(vertex.name());
        }
        // A node's name may have blanks in it, which no topic has.
        return word.indexOf(' ') < 0 && new TopicPattern(word).matches(new TopicName(vertex.name()));
    }

    private static String remedy(GraphView view, String word) {
        Set<String> known = new TreeSet<>();
        for (Vertex vertex : view.vertices()) {
            known.add(vertex.name());
            known.add(vertex.label());
        }
        return NearMiss.of(word, known)
                .map(meant -> "did you mean " + meant + "?")
                .orElse("see 'zrs node list -a' and 'zrs topic list'");
    }
}
