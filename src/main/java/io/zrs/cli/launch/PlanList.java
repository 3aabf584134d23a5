package io.zrs.cli.launch;

import io.zrs.launch.file.LaunchPlan;
import io.zrs.launch.file.NodePlan;
import io.zrs.launch.file.Ready;
import io.zrs.launch.file.Respawn;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What would be started, for people to copy and for programs to read.
 *
 * @param master the master's address; empty if it is not known before the start
 * @param programme how to call zrs
 */
record PlanList(LaunchPlan plan, String master, String programme) {
    private static final String PLAIN = "_-./:=,+@%";

    void names(ByteText out) {
        plan.nodes().forEach(node -> out.append(node.name() + "\n"));
    }

    void jsonNames(ByteText out) {
        plan.nodes()
                .forEach(node -> new JsonLine(out).field("name", node.name()).end());
    }

    /** A line of commentary and a line for a shell, for each. */
    void commands(String masterCommand, ByteText out) {
        out.append(masterCommand + "\n");
        for (NodePlan node : plan.nodes()) {
            out.append("# " + node.name() + remarks(node) + "\n" + command(node) + "\n");
        }
    }

    private static String remarks(NodePlan node) {
        List<String> remarks = new ArrayList<>();
        if (!node.dependsOn().isEmpty()) {
            remarks.add("after " + String.join(", ", node.dependsOn()));
        }
        if (!(node.ready().condition() instanceof Ready.Started)) {
            remarks.add("ready when " + node.ready().condition() + ", within "
                    + EventText.seconds(node.ready().timeout()));
        }
        if (node.respawn() != Respawn.NO) {
            String delay = node.respawnDelay().isZero() ? "" : " after " + EventText.seconds(node.respawnDelay());
            remarks.add((node.respawn() == Respawn.ALWAYS ? "respawned" : "respawned on failure") + delay);
        }
        if (node.required()) {
            remarks.add("required");
        }
        return remarks.isEmpty() ? "" : ": " + String.join("; ", remarks);
    }

    private String command(NodePlan node) {
        StringBuilder line = new StringBuilder("(cd " + quoted(node.folder().toString()) + " && exec env");
        for (Map.Entry<String, Optional<String>> variable : node.environment().entrySet()) {
            if (variable.getValue().isEmpty()) {
                line.append(" -u ").append(quoted(variable.getKey()));
            }
        }
        if (!master.isEmpty() && !node.environment().containsKey("ZRS_MASTER")) {
            line.append(" ZRS_MASTER=").append(quoted(master));
        }
        node.environment()
                .forEach((name, value) ->
                        value.ifPresent(text -> line.append(' ').append(quoted(name + "=" + text))));
        node.command().forEach(word -> line.append(' ').append(quoted(word)));
        return line.append(')').toString();
    }

    /** A word as a shell takes it for itself. */
    static String quoted(String word) {
        boolean plain = !word.isEmpty()
                && word.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    void json(ByteText out) {
        for (NodePlan node : plan.nodes()) {
            new JsonLine(out)
                    .field("name", node.name())
                    .field("command", node.command())
                    .field("cwd", node.folder().toString())
                    .object(
                            "env",
                            line -> node.environment().forEach((name, value) -> {
                                if (value.isPresent()) {
                                    line.text(name, value.get().getBytes(StandardCharsets.UTF_8));
                                } else {
                                    line.none(name);
                                }
                            }))
                    .field("depends_on", node.dependsOn())
                    .field("ready", node.ready().condition().toString())
                    .field("ready_timeout", seconds(node.ready().timeout()), 3)
                    .field(
                            "respawn",
                            node.respawn().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .field("respawn_delay", seconds(node.respawnDelay()), 3)
                    .field("required", node.required())
                    .field("output", node.output().name().toLowerCase(Locale.ROOT))
                    .field("file", node.place().file().name())
                    .field("line", node.place().line())
                    .end();
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
