package io.zrs.graph;

/**
 * The ids of vertices: what it is, a colon, its name. The second node of a name is {@code node2:NAME}, so that the first is
 * the same with it and without.
 */
final class Ids {
    static final String NODE = "node";
    static final String TOPIC = "topic";
    static final String NODES = "nodes";
    static final String TOPICS = "topics";

    private Ids() {}

    /** Of the node that is the {@code place}th of its name, from 1 on. */
    static String node(String name, int place) {
        return NODE + (place == 1 ? "" : place) + ":" + name;
    }

    static String topic(String name) {
        return TOPIC + ":" + name;
    }

    static String group(Vertex.Kind member, String namespace) {
        return (member == Vertex.Kind.NODE ? NODES : TOPICS) + ":" + namespace;
    }

    /** What the vertex is named after: the node's or topic's own name, which a label may add to. */
    static String name(String id) {
        return id.substring(id.indexOf(':') + 1);
    }
}
