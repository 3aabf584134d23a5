package io.zrs.graph.picture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.zrs.graph.Flow;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.Vertex.Mark;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.OneLine;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a graph that {@link GraphJson} has written, by this version or a later one: fields that it does not know are skipped. */
public final class GraphJsonReader {
    private static final JsonFactory JSON = new JsonFactory();

    /** The longest name of a node, and what a label or an id adds to it. */
    private static final int LONGEST = NodeName.MAX_BYTES + 1024;

    private final JsonParser in;

    private GraphJsonReader(JsonParser in) {
        this.in = in;
    }

    /**
     * Reads the graph.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if {@code text} is none
     */
    public static GraphView read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            GraphView view = new GraphJsonReader(parser).graph();
            check(parser.nextToken() == null, "more than one graph");
            return view;
        } catch (JsonProcessingException e) {
            // What is beyond Jackson's limits, such as a nesting too deep, has no place.
            JsonLocation place = e.getLocation();
            throw new ZrsException(
                    ErrorCode.INVALID,
                    place == null
                            ? "it is nested too deeply, or too large"
                            : "it is not JSON in line " + place.getLineNr(),
                    "",
                    e);
        } catch (IOException e) {
            throw new AssertionError("reading from memory", e);
        }
    }

    private GraphView graph() throws IOException {
        List<Vertex> nodes = new ArrayList<>();
        List<Vertex> topics = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        in.nextToken();
        object("a graph", name -> {
            fields.add(name);
            switch (name) {
                case "nodes" -> array(name, () -> nodes.add(vertex()));
                case "topics" -> array(name, () -> topics.add(vertex()));
                case "links" -> array(name, () -> links.add(link()));
                default -> in.skipChildren();
            }
        });
        check(fields.containsAll(Set.of("nodes", "topics", "links")), "nodes, topics or links missing");
        return checked(nodes, topics, links);
    }

    private static GraphView checked(List<Vertex> nodes, List<Vertex> topics, List<Link> links) {
        Set<String> ids = new HashSet<>();
        for (Vertex node : nodes) {
            check(!node.isTopic() && ids.add(node.id()), "'" + node.id() + "' twice, or no node");
        }
        for (Vertex topic : topics) {
            check(topic.isTopic() && ids.add(topic.id()), "'" + topic.id() + "' twice, or no topic");
        }
        for (Link link : links) {
            check(ids.contains(link.from()) && ids.contains(link.to()), "a link to what is not there");
        }
        List<Vertex> vertices = new ArrayList<>(nodes);
        vertices.addAll(topics);
        return new GraphView(vertices, links);
    }

    /** What a vertex is made of, while it is read. */
    private static final class Parts {
        private String id = "";
        private String kind = "";
        private String label = "";
        private String from = "";
        private String to = "";
        private final List<TopicName> topics = new ArrayList<>();
        private final List<String> details = new ArrayList<>();
        private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
        private double rate = -1;
        private double bytes;
        private double lost;
        private long lostInAll;
    }

    private Vertex vertex() throws IOException {
        Parts parts = new Parts();
        object("a node or topic", name -> {
            switch (name) {
                case "id" -> parts.id = line(name);
                case "kind" -> parts.kind = text(name);
                case "name" -> parts.label = line(name);
                case "marks" -> array(name, () -> mark(parts));
                case "details" -> object(name, what -> parts.details.add(what + ": " + detail(what)));
                default -> in.skipChildren();
            }
        });
        for (Kind kind : Kind.values()) {
            if (GraphJson.word(kind).equals(parts.kind) && !parts.label.isEmpty() && parts.id.indexOf(':') > 0) {
                return new Vertex(parts.id, kind, parts.label, parts.marks, parts.details);
            }
        }
        throw wrong("a node or topic without id, kind or name");
    }

    private Link link() throws IOException {
        Parts parts = new Parts();
        object("a link", name -> {
            switch (name) {
                case "from" -> parts.from = text(name);
                case "to" -> parts.to = text(name);
                case "topics" -> array(name, () -> parts.topics.add(new TopicName(text(name))));
                case "marks" -> array(name, () -> mark(parts));
                case "rate" -> parts.rate = number(name);
                case "bytes_per_second" -> parts.bytes = number(name);
                case "lost_per_second" -> parts.lost = number(name);
                case "messages_lost" -> parts.lostInAll = (long) number(name);
                default -> in.skipChildren();
            }
        });
        Optional<Flow> flow = parts.rate < 0
                ? Optional.empty()
                : Optional.of(new Flow(parts.rate, parts.bytes, parts.lost, parts.lostInAll));
        return new Link(parts.from, parts.to, parts.topics, flow, parts.marks);
    }

    /** One that a later version adds is not known here, and does no harm. */
    private void mark(Parts parts) throws IOException {
        String word = text("marks");
        for (Mark mark : Mark.values()) {
            if (GraphJson.word(mark).equals(word)) {
                parts.marks.add(mark);
            }
        }
    }

    private String detail(String field) throws IOException {
        return in.currentToken() == JsonToken.VALUE_NUMBER_INT ? in.getText() : text(field);
    }

    private String text(String field) throws IOException {
        check(in.currentToken() == JsonToken.VALUE_STRING, field + " that is no text");
        return in.getText();
    }

    /** What names are made of: pictures rely on it. */
    private String line(String field) throws IOException {
        String line = text(field);
        check(OneLine.is(line) && line.length() <= LONGEST, field + " that is no name of a node or topic");
        return line;
    }

    private double number(String field) throws IOException {
        check(in.currentToken().isNumeric(), field + " that is no number");
        return in.getDoubleValue();
    }

    /** Reads what comes next. */
    @FunctionalInterface
    private interface Step {
        void read() throws IOException;
    }

    /** Reads the value of a field, at whose first token the parser is. */
    @FunctionalInterface
    private interface Field {
        void read(String name) throws IOException;
    }

    private void array(String what, Step element) throws IOException {
        check(in.currentToken() == JsonToken.START_ARRAY, what + " that is no array");
        while (in.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    private void object(String what, Field field) throws IOException {
        check(in.currentToken() == JsonToken.START_OBJECT, what + " that is no object");
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            field.read(name);
        }
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw wrong(otherwise);
        }
    }

    private static ZrsException wrong(String what) {
        return new ZrsException(ErrorCode.INVALID, "it has " + what);
    }
}
