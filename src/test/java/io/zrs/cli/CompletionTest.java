package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.complete.Candidate;
import io.zrs.cli.command.complete.Completion;
import io.zrs.cli.command.complete.LiveName;
import io.zrs.cli.command.complete.LiveNames;
import io.zrs.cli.command.complete.Word;
import io.zrs.model.TopicName;
import io.zrs.output.JsonShape;
import io.zrs.output.PayloadType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    private static final Map<String, String> MESSAGES = Map.of(
            "/odom", "{\"pose\": {\"x\": 1, \"y\": 2}, \"ranges\": [1, 2], \"odd name\": 1, \"stamp\": 5}",
            "/odom_raw", "17",
            "/scan", "{\"speed\": 3, \"legs\": [{\"q\": 1}]}");

    private final Completion completion = new Completion(Zrs.TREE, new FakeWorld().context(), new Robot());

    /** Three topics and as many nodes. */
    private static final class Robot implements LiveNames {
        @Override
        public List<LiveName> topics() {
            return List.of(
                    new LiveName("/odom", "1 publisher"), new LiveName("/odom_raw", ""), new LiveName("/scan", ""));
        }

        @Override
        public List<LiveName> nodes() {
            return List.of(
                    new LiveName("./my talker.py", "pid 4"),
                    new LiveName("talker#1f3a", ""),
                    new LiveName("viewer", ""));
        }

        @Override
        public Optional<JsonShape> fields(TopicName topic) {
            String message = MESSAGES.get(topic.value());
            return message == null
                    ? Optional.empty()
                    : PayloadType.of(message.getBytes(StandardCharsets.UTF_8)).shape();
        }
    }

    /** Words apart by blanks, {@code |} where the cursor is; candidates likewise, those that go on with {@code …}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '%',
            value = {
                "p|                              ; pub play plot",
                "|                               ; master pub echo …",
                "topic i|                        ; info",
                "topic x|                        ; ",
                "ecoh |                          ; ",
                "ecoh -|                         ; ",
                "topic x |                       ; ",
                "help topic e|                   ; echo",
                "help topic echo |               ; ",
                "graph d|                        ; diff",
                "graph --json d|                 ; ",
                "echo --o|                       ; --once",
                "echo --once --o|                ; ",
                "echo -1 --on|                   ; ",
                "echo --field x --fi|            ; --filter --field",
                "echo -- --o|                    ; ",
                "echo -1|                        ; -1",
                "echo -1c|                       ; -1ca -1cn -1cl -1cp -1ch",
                "record --compression |          ; none lz4 zstd",
                "record --compression=l|         ; --compression=lz4",
                "record --compression-format z|  ; zstd",
                "graph --hide |                  ; leaf debug",
                "graph --hide leaf,|             ; leaf,debug",
                "graph --topics e|               ; edges",
                "play -rm|                       ; -rmax",
                "play -r |                       ; max",
                "top --sort band|                ; bandwidth",
                "topic find te|                  ; text",
                "node info |                     ; «./my talker.py» talker#1f3a viewer",
                "node info viewer |              ; «./my talker.py» talker#1f3a",
                "node ping viewer |              ; -c --count …",
                "graph --focus /s|               ; /scan",
                "echo /o|                        ; /odom /odom_raw",
                "echo /odom /o|                  ; /odom_raw",
                "echo -n |                       ; ",
                "echo -n 3 /s|                   ; /scan",
                "play --remap /s|                ; /scan:=…",
                "echo /odom --field |            ; pose.… ranges ranges[0] data[\"odd name\"] stamp",
                "echo /odom --field=pose.|       ; --field=pose.x --field=pose.y",
                "echo --field po| /odom          ; pose.…",
                "echo /sc* --field l|            ; legs legs[0].…",
                "echo /scan --field legs[7].|    ; legs[7].q",
                "echo /o* --field sp|            ; ",
                "echo /** --field sp|            ; speed",
                "echo /none* --field |           ; ",
                "plot /s|                        ; /scan… /scan.speed /scan.legs /scan.legs[0].…",
                "plot /o|                        ; /odom… /odom_raw…",
                "plot /odom_|                    ; /odom_raw",
                "plot /odom.pose.|               ; /odom.pose.x /odom.pose.y",
                "plot /odom[|                    ; /odom[\"odd name\"]",
                "plot /odom.pose.x --stamp st|   ; stamp",
                "echo /scan --filter sp|         ; speed…",
                "echo /scan --filter speed>3&&s| ; speed>3&&speed…",
                "echo /scan --filter topic=='s|  ; ",
                "plot --clock |                  ; /odom… /odom_raw… /scan…",
                "play --clock --q|               ; --queue --quiet",
                "topic list /odom |              ; -v --verbose …",
            })
    void goesOnWith(String line, String expected) {
        String[] words = line.substring(0, line.indexOf('|')).split(" ", -1);
        String after = line.substring(line.indexOf('|') + 1).strip();
        List<Candidate> found = completion.of(
                List.of(words).subList(0, words.length - 1),
                words[words.length - 1],
                after.isEmpty() ? List.of() : List.of(after.split(" ")));
        String text = found.stream()
                .map(each -> (each.value().indexOf(' ') < 0 || each.value().indexOf('"') > 0
                                ? each.value()
                                : "«" + each.value() + "»")
                        + (each.open() ? "…" : ""))
                .collect(Collectors.joining(" "));
        if (expected != null && expected.endsWith(" …")) {
            assertTrue(text.startsWith(expected.substring(0, expected.length() - 1)), text);
        } else {
            assertEquals(expected == null ? "" : expected, text);
        }
    }

    @Test
    void saysWhatEachIs() {
        assertEquals(
                List.of(
                        new Candidate(
                                "echo", "Shows the messages of topics as they come", Candidate.Kind.COMMAND, false),
                        new Candidate(
                                "expect",
                                completion
                                        .words(List.of("expect"))
                                        .get(0)
                                        .description()
                                        .replaceAll("\\.$", ""),
                                Candidate.Kind.COMMAND,
                                false)),
                completion.of(List.of(), "e"));
        assertEquals(
                "1 publisher", completion.of(List.of("echo"), "/odom").get(0).description());
    }

    @Test
    void findsFilesByTheirNamesEnd(@TempDir Path directory) throws IOException {
        for (String name : List.of("run.mcap", "run.MCAP", "run.png", "rundown.yaml", ".hidden.mcap")) {
            Files.createFile(directory.resolve(name));
        }
        Files.createDirectory(directory.resolve("runs"));
        String there = directory + "/";
        assertEquals(List.of(there + "run.MCAP", there + "run.mcap", there + "runs/"), files("play", there));
        assertEquals(List.of(there + ".hidden.mcap"), files("play", there + ".h"));
        assertEquals(List.of(there + "rundown.yaml", there + "runs/"), files("expect -f", there));
        assertEquals(List.of(there + "runs/"), files("master --state", there));
        assertEquals(
                List.of(there + "run.mcap=", there + "runs/"),
                files("bag merge --offset", there + "run").stream()
                        .filter(name -> !name.contains("MCAP"))
                        .toList());
        assertEquals(List.of(), files("play", directory + "/none/"));
    }

    @Test
    void knowsTheArgumentsOfALaunchFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("my robot.yaml");
        Files.writeString(file, "args: {rate: {default: 10, description: a second}, side: , red: 1}");
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "args: {rate: 10");
        assertEquals(
                List.of(
                        new Candidate("rate:=", "a second (default: 10)", Candidate.Kind.WORD, true),
                        new Candidate("side:=", "has to be given", Candidate.Kind.WORD, true),
                        new Candidate("red:=", "default: 1", Candidate.Kind.WORD, true)),
                completion.of(List.of("launch", file.toString()), ""));
        assertEquals(List.of("rate:=", "red:="), words("r", "launch", "-n", file.toString()));
        assertEquals(List.of("red:="), words("r", "launch", file.toString(), "rate:=2"));
        assertEquals(List.of(), words("rate:=1", "launch", file.toString()));
        assertEquals(List.of(), words("", "launch", wrong.toString()));
        assertEquals(
                List.of(), words("", "launch", directory.resolve("none.yaml").toString()));
        assertEquals(List.of(), words("", "launch", directory.toString()));
        Completion athome = new Completion(
                Zrs.TREE, new FakeWorld().with("HOME", directory.toString()).context(), LiveNames.NONE);
        assertEquals(3, athome.of(List.of("launch", "~/my robot.yaml"), "").size());
    }

    private List<String> words(String started, String... before) {
        return completion.of(List.of(before), started).stream()
                .map(Candidate::value)
                .toList();
    }

    private List<String> files(String before, String started) {
        return completion.of(List.of(before.split(" ")), started).stream()
                .map(Candidate::value)
                .toList();
    }

    @Test
    void knowsTheRoleOfEachWord() {
        assertEquals("COMMAND COMMAND OPTION VALUE", roles("topic hz -n 3"));
        assertEquals("COMMAND UNKNOWN_COMMAND", roles("topic hzz"));
        assertEquals("UNKNOWN_COMMAND", roles("ecoh"));
        assertEquals("COMMAND OPTION UNKNOWN_OPTION VALUE", roles("echo -1ac --onse /odom"));
        assertEquals("COMMAND VALUE END_OF_OPTIONS VALUE", roles("pub /a -- -5"));
        assertEquals("COMMAND COMMAND VALUE SURPLUS", roles("topic type /a /b"));
        assertEquals("COMMAND COMMAND COMMAND UNKNOWN_COMMAND", roles("help topic echo /a"));
        Word field = completion.words(List.of("echo", "--field=pose.x")).get(1);
        assertEquals("pose.x", field.text().substring(field.value()));
        assertFalse(field.description().isEmpty());
    }

    private String roles(String line) {
        return completion.words(List.of(line.split(" "))).stream()
                .map(word -> word.role().name())
                .collect(Collectors.joining(" "));
    }

    @Test
    void tellsWhatComesNextAndWhereTheMasterIs() {
        assertEquals("TOPIC", completion.next(List.of("pub")).orElseThrow().label());
        assertEquals(
                "COUNT",
                completion.next(List.of("echo", "/a", "-n")).orElseThrow().label());
        assertEquals(Optional.empty(), completion.next(List.of("topic")));
        assertEquals(Optional.of("robot:1"), completion.master(List.of("echo", "--master", "robot:1", "/a")));
        assertEquals(Optional.of("robot"), completion.master(List.of("topic", "list", "--master=robot")));
        assertEquals(Optional.empty(), completion.master(List.of("echo", "--", "--master", "robot")));
    }

    @Test
    void whateverIsTypedIsNoError() {
        String[] pieces = {
            "",
            "-",
            "--",
            "=",
            "topic",
            "echo",
            "/odom",
            "--field",
            ".",
            "[",
            "]",
            "\"",
            "'",
            "-n",
            "*",
            "é",
            ",",
            "plot",
            " ",
            "\\",
            "--filter",
            "help",
            "graph",
            "\ud83d",
            "--clock",
            "~",
            "/"
        };
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            List<String> words = new ArrayList<>();
            for (int count = random.nextInt(5); count >= 0; count--) {
                StringBuilder word = new StringBuilder();
                for (int length = random.nextInt(4); length >= 0; length--) {
                    word.append(pieces[random.nextInt(pieces.length)]);
                }
                words.add(word.toString());
            }
            String started = words.remove(words.size() - 1);
            for (Candidate candidate : completion.of(words, started)) {
                assertTrue(candidate.value().startsWith(started), words + " " + started + " " + candidate);
            }
            assertEquals(words.size(), completion.words(words).size());
        }
    }
}
