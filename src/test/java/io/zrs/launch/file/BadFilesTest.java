package io.zrs.launch.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ZrsException;
import io.zrs.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file is told with its place, and nothing else happens. */
class BadFilesTest {
    private static final List<String> FILES = List.of(
            "",
            "nodes",
            "nodes: {}",
            "node: {a: a}",
            "nodes: 7\n",
            "nodes: [a]",
            "nodes: [{run: a}]",
            "nodes: {a: }",
            "nodes: {a: [x]}",
            "nodes: {a: {}}",
            "nodes: {a: {run: }}",
            "nodes: {a: {run: ''}}",
            "nodes: {a: {run: []}}",
            "nodes: {a: {run: {x: y}}}",
            "nodes: {a: {run: a, respan: true}}",
            "nodes: {a: {run: a, name: b}}",
            "nodes: {a b: a}",
            "nodes: {master: a}",
            "nodes: [{name: a, run: a}, {name: a, run: b}]",
            "nodes: {a: {run: a, respawn: sometimes}}",
            "nodes: {a: {run: a, respawn: true, required: true}}",
            "nodes: {a: {run: a, respawn_delay: soon}}",
            "nodes: {a: {run: a, required: maybe}}",
            "nodes: {a: {run: a, output: both}}",
            "nodes: {a: a >log}",
            "nodes: {a: a 2>/dev/null}",
            "nodes: {a: a; b}",
            "nodes: {a: a ~/b}",
            "nodes: {a: {run: a, env: [x]}}",
            "nodes: {a: {run: a, env: {A: \"x\\0y\"}}}",
            "nodes: {a: {run: \"a x\\0y\"}}",
            "nodes: {a: {run: a, env: {'A=B': x}}}",
            "nodes: {a: {run: a, ready: {}}}",
            "nodes: {a: {run: a, ready: {topic: /a, port: 1}}}",
            "nodes: {a: {run: a, ready: {topic: 'a b'}}}",
            "nodes: {a: {run: a, ready: {port: 99999}}}",
            "nodes: {a: {run: a, ready: {line: '['}}}",
            "nodes: {a: {run: a, ready: {exit: 1}}}",
            "nodes: {a: {run: a, ready: {timeout: 1}}}",
            "nodes: {a: {run: a, depends_on: b}}",
            "nodes: {a: {run: a, depends_on: brake}, break: b}",
            "nodes: {a: {run: a, depends_on: a}}",
            "nodes:\n  a: {run: a, depends_on: b}\n  b: {run: b, depends_on: [d, c]}\n  c: {run: c, depends_on: a}\n  d: d",
            "nodes: {a: 'echo $(arg x)'}",
            "args: {rate: 1}\nnodes: {a: 'echo $(arg rat)'}",
            "nodes: {a: 'echo $(env NOWHERE)'}",
            "nodes: {a: 'echo $(find zrs)'}",
            "nodes: {a: 'echo $(argh)'}",
            "nodes: {a: 'echo $(arg x'}",
            "nodes: {a: 'echo $HOME'}",
            "nodes: {a: 'echo \"x'}",
            "nodes: {a: \"echo 'x\"}",
            "nodes: {a: 'echo x\\'}",
            "nodes: {a: 'a | b'}",
            "args: {w: 'x y'}\nnodes: {a: 'a x$(words w)'}",
            "nodes: {a: {run: a, if: perhaps}}",
            "args: [x]\nnodes: {a: a}",
            "args: {'x y': 1}\nnodes: {a: a}",
            "args: {x: {defualt: 1}}\nnodes: {a: a}",
            "master: {port: x}\nnodes: {a: a}",
            "master: {prot: 1}\nnodes: {a: a}",
            "master: 'a:b:c'\nnodes: {a: a}",
            "master: [a]\nnodes: {a: a}",
            "include: missing.yaml",
            "include: it.yaml",
            "include: circle.yaml",
            "include: {file: arm.yaml}",
            "include: {file: arm.yaml, args: {sude: left}}",
            "include: {file: arm.yaml, args: {side: left}, prefx: a}",
            "include: broken.yaml",
            "include: .",
            "nodes:\n\ta: a",
            "nodes:\n  a:\n    run: a\n\tcwd: b",
            "args: {x: 1, y: }\nnodes: {a: $(arg y)}",
            "nodes: {a: a\n",
            "nodes: {a: !!str a}");

    @TempDir
    Path folder;

    private Trial trial() {
        return new Trial(folder)
                .with("circle.yaml", "include: back.yaml")
                .with("back.yaml", "include: circle.yaml")
                .with("arm.yaml", "args: {side: }\nnodes: {a: $(arg side)}")
                .with("broken.yaml", "nodes:\n  a: {run: a, cdw: b}\n");
    }

    @Test
    void eachHasItsComplaint() {
        StringBuilder all = new StringBuilder();
        for (String file : FILES) {
            all.append(file.replace("\n", "\\n")).append("\n    ");
            all.append(trial().complaint(file)).append('\n');
        }
        Golden.check(BadFilesTest.class, "bad-files", all.toString());
    }

    /** Files that were right once, with characters of YAML and of this grammar put in, taken out and doubled. */
    @Test
    void nothingButComplaintsComesOfGarbage() {
        String right = """
                args: {x: 1, y: {default: $(env HOME)}}
                master: {port: 0}
                include: {file: arm.yaml, args: {side: a}, prefix: p_}
                nodes:
                  - {name: a, run: "a '$(arg x)' \\"$(dirname)\\"", env: {A: }, ready: {topic: /x, timeout: 1}}
                  - {name: b, run: [b], depends_on: [a, p_a], if: $(arg x) == 1, respawn: on-failure}
                """;
        String signs = "$(){}[]:,'\"\\ \n-&*!|>%@#=~\0\u0085\u202ex";
        Random random = new Random(7);
        int read = 0;
        for (int round = 0; round < 1000; round++) {
            StringBuilder text = new StringBuilder(right);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
                }
            }
            try {
                read += trial().read(text.toString()).nodes().size();
            } catch (ZrsException e) {
                assertTrue(e.getMessage().indexOf('\n') < 0, e.getMessage());
            }
        }
        assertTrue(read > 50, read + " nodes were read");
    }
}
