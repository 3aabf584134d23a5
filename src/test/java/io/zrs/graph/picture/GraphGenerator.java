package io.zrs.graph.picture;

import io.zrs.graph.Flow;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.Vertex.Mark;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Graphs of any size that look like robots: each has a handful of nodes in a pipeline from sensors to motors, some of its
 * topics go to nodes of the whole fleet, a few have one end. Always the same for the same size.
 */
public final class GraphGenerator {
    private static final String[] PARTS = {
        "camera", "lidar", "imu", "gps", "odometry", "detector", "slam", "map_server", "planner", "controller", "motors"
    };
    private static final String[] THINGS = {
        "image_raw", "scan", "imu", "fix", "odom", "objects", "pose", "map", "path", "cmd_vel", "status"
    };

    private final Random random;
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private GraphGenerator(int seed) {
        random = new Random(seed);
    }

    /** With so many vertices, at least 4. */
    public static GraphView of(int size) {
        GraphGenerator generator = new GraphGenerator(size);
        generator.fleet(size);
        return new GraphView(generator.vertices, generator.links);
    }

    private void fleet(int size) {
        String monitor = vertex(Kind.NODE, "/fleet/monitor");
        for (int robot = 1; vertices.size() < size; robot++) {
            robot("/robot" + robot, monitor, size);
        }
    }

    private void robot(String name, String monitor, int size) {
        List<String> nodes = new ArrayList<>();
        for (int part = 0; part < PARTS.length && vertices.size() < size; part++) {
            String node = vertex(Kind.NODE, name + "/" + PARTS[part]);
            if (vertices.size() == size) {
                return;
            }
            boolean unheard = random.nextInt(9) == 0;
            String label = name + "/" + THINGS[part];
            String topic = vertex(Kind.TOPIC, label, unheard ? EnumSet.of(Mark.NO_SUBSCRIBER) : Set.of());
            link(node, topic, label);
            for (int i = nodes.size() - 1; i >= Math.max(0, nodes.size() - 3); i--) {
                if (i == nodes.size() - 1 || random.nextInt(3) == 0) {
                    link(nodes.get(i), node, "");
                }
            }
            if (!unheard) {
                nodes.add(topic);
                if (part == PARTS.length - 1 || vertices.size() >= size - 1) {
                    link(topic, monitor, label);
                }
            }
        }
    }

    private String vertex(Kind kind, String label) {
        return vertex(kind, label, Set.of());
    }

    private String vertex(Kind kind, String label, Set<Mark> marks) {
        String id = (kind == Kind.NODE ? "node:" : "topic:") + label;
        vertices.add(new Vertex(id, kind, label, marks, List.of()));
        return id;
    }

    private void link(String from, String to, String topic) {
        String name = topic.isEmpty() ? from.substring("topic:".length()) : topic;
        links.add(new Link(from, to, List.of(new TopicName(name)), Optional.<Flow>empty(), Set.of()));
    }
}
