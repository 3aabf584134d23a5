package io.zrs.launch.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.client.MasterAddress;
import io.zrs.launch.file.Ready.PortOpen;
import io.zrs.launch.file.Ready.TopicPublished;
import io.zrs.model.TopicName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchReaderTest {
    @TempDir
    Path folder;

    private Trial trial;

    @BeforeEach
    void begin() {
        trial = new Trial(folder);
    }

    private static List<String> names(LaunchPlan plan) {
        return plan.nodes().stream().map(NodePlan::name).toList();
    }

    @Test
    void everyKeyOfANodeIsRead() {
        NodePlan node = trial.node("""
                env: {A: a, B: b}
                nodes:
                  - name: talker
                    run: python3 talker.py
                    args: [--rate, 10, ""]
                    env: {B: 2, C: }
                    cwd: sub/../other
                    respawn: on-failure
                    respawn_delay: 1.5
                    depends_on: listener
                    ready: {topic: /chatter, timeout: 3}
                    output: log
                  - {name: listener, run: [./listener, "a b"], required: true, ready: {port: 1234}}
                """);
        assertEquals(List.of("python3", "talker.py", "--rate", "10", ""), node.command());
        assertEquals(Optional.of("a"), node.environment().get("A"));
        assertEquals(Optional.of("2"), node.environment().get("B"));
        assertEquals(Optional.empty(), node.environment().get("C"));
        assertEquals(folder.resolve("other"), node.folder());
        assertEquals(Respawn.ON_FAILURE, node.respawn());
        assertEquals(Duration.ofMillis(1500), node.respawnDelay());
        assertEquals(List.of("listener"), node.dependsOn());
        assertEquals(new TopicPublished(new TopicName("/chatter")), node.ready().condition());
        assertEquals(Duration.ofSeconds(3), node.ready().timeout());
        assertEquals(OutputTarget.LOG, node.output());
        assertEquals(3, node.place().line());
    }

    @Test
    void aNodeThatSaysLittleHasDefaults() {
        NodePlan node = trial.node("nodes: {talker: ./talker}");
        assertEquals(List.of("./talker"), node.command());
        assertEquals(folder, node.folder());
        assertEquals(Respawn.NO, node.respawn());
        assertEquals(Ready.AT_ONCE, node.ready());
        assertEquals(OutputTarget.SCREEN, node.output());
        assertEquals(
                new MasterPlan.Automatic(),
                trial.read("nodes: {talker: ./talker}").master());
    }

    @Test
    void aShellGetsItsLineAsItIs() {
        NodePlan node = trial.node("nodes: {a: {run: 'cat $HOME | grep \"$1\" > $$(date)', shell: true, args: [x]}}");
        assertEquals(List.of("sh", "-c", "cat $HOME | grep \"$1\" > $(date)", "a", "x"), node.command());
    }

    @Test
    void argumentsAreGivenOrDefaults() {
        String text = """
                args:
                  rate: 10
                  who: {default: "the $(arg rate)", description: whom to greet}
                  must: {description: has to be given}
                nodes: {a: "echo $(arg rate) $(arg who) $(arg must)"}
                """;
        assertEquals(
                List.of("echo", "20", "the 20", "x y"),
                trial.node(text, "rate", "20", "must", "x y").command());
        assertEquals(
                "it.yaml:4:3: argument 'must' has no value; give must:=VALUE, see --show-args", trial.complaint(text));
        assertEquals(
                "it.yaml has no argument 'rite'; did you mean 'rate'?", trial.complaint(text, "must", "", "rite", "1"));
        List<DeclaredArgument> declared = trial.reader().arguments(folder.resolve("it.yaml"));
        assertEquals(new DeclaredArgument("rate", Optional.of("10"), ""), declared.get(0));
        assertEquals(new DeclaredArgument("must", Optional.empty(), "has to be given"), declared.get(2));
    }

    @Test
    void conditionsChoose() {
        String text = """
                args: {sim: true, mode: fast}
                nodes:
                  a: {run: a, if: $(arg sim)}
                  b: {run: b, unless: $(arg sim)}
                  c: {run: c, if: $(arg mode) == fast, depends_on: b}
                  d: {run: d, if: "'$(arg mode)' != 'fast'"}
                  e: {run: e, if: 0}
                """;
        assertEquals(List.of("a", "c"), names(trial.read(text)));
        assertEquals(
                List.of("b", "d"),
                names(trial.read(text.replace(", depends_on: b", ""), "sim", "false", "mode", "x==fast")));
        assertEquals(List.of(), trial.read(text).nodes().get(1).dependsOn());
    }

    @Test
    void includesTakeArgumentsAndAPrefix() {
        trial.with("arm.yaml", "args: {side: }\nnodes: {a: echo $(arg side), b: {run: b, depends_on: [a, top]}}");
        LaunchPlan plan = trial.read("""
                nodes: {top: top}
                include:
                  - {file: arm.yaml, args: {side: left}, prefix: left_}
                  - {file: $(dirname)/arm.yaml, args: {side: right}, prefix: right_}
                """);
        assertEquals(List.of("top", "left_a", "left_b", "right_a", "right_b"), names(plan));
        assertEquals(List.of("echo", "right"), plan.nodes().get(3).command());
        assertEquals(List.of("left_a", "top"), plan.nodes().get(2).dependsOn());
    }

    @Test
    void aRepeatedIncludeThatGrowsIsBounded() {
        trial.with("a0.yaml", "nodes: {a: a}");
        for (int level = 1; level < 12; level++) {
            String one = "{file: a" + (level - 1) + ".yaml, prefix: ";
            trial.with("a" + level + ".yaml", "include: [" + one + "x}, " + one + "y}, " + one + "z}]");
        }
        String complaint = trial.complaint("include: a11.yaml");
        assertTrue(complaint.contains("more than 1000"), complaint);
    }

    @Test
    void whoDependsOnALeftOutIncludeDoesNotWait() {
        trial.with("arm.yaml", "include: {file: hand.yaml, prefix: h_}\nnodes: {arm: a, elbow: {run: b, if: false}}")
                .with("hand.yaml", "args: {needed: }\nnodes: {finger: c}")
                .with("broken.yaml", "nodes: [");
        String includes = "include: [{file: arm.yaml, if: false, prefix: l_}, {file: none.yaml, unless: true},"
                + " {file: broken.yaml, if: 0}]\n";
        assertEquals(
                "it.yaml:2:36: all depends on 'l_arm', which is no node; there is no other node",
                trial.complaint(includes + "nodes: {all: {run: x, depends_on: [l_arm]}}"),
                "an include that is wrong in itself has no nodes");
        trial.with("hand.yaml", "nodes: {finger: c}");
        assertEquals(
                List.of(),
                trial.node(includes + "nodes: {all: {run: x, depends_on: [l_arm, l_elbow, l_h_finger]}}")
                        .dependsOn());
    }

    @Test
    void theMasterIsChosen() {
        String nodes = "\nnodes: {a: a}";
        assertInstanceOf(
                MasterPlan.Existing.class,
                trial.read("master: existing" + nodes).master());
        assertInstanceOf(
                MasterPlan.None.class, trial.read("master: none" + nodes).master());
        assertEquals(
                new MasterPlan.At(new MasterAddress("10.0.0.2", 5555)),
                trial.read("master: 10.0.0.2" + nodes).master());
        assertEquals(
                new MasterPlan.Start("0.0.0.0", 0, List.of("--data-ports", "6000-6999"), OutputTarget.SCREEN),
                trial.read("master: {port: 0, bind: 0.0.0.0, data-ports: 6000-6999, output: screen}" + nodes)
                        .master());
        assertEquals(
                new MasterPlan.Start("127.0.0.1", 5555, List.of(), OutputTarget.LOG),
                trial.read("master: start" + nodes).master());
    }

    @Test
    void aPortMayHaveAHost() {
        String text = "nodes: {a: {run: a, ready: {port: 'robot:80'}}}";
        assertEquals(new PortOpen("robot", 80), trial.node(text).ready().condition());
    }

    @Test
    void anEmptyArgumentIsAText() {
        assertEquals(
                Optional.of(""),
                trial.node("args: {x: ''}\nnodes: {a: {run: a, env: {X: $(arg x)}}}")
                        .environment()
                        .get("X"));
    }
}
