package io.zrs.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zrs.doctor.Attempt.Outcome;
import io.zrs.doctor.NetworkFacts.Answer;
import io.zrs.model.MasterStatus;
import io.zrs.model.NodeId;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.Volume;
import io.zrs.testing.Golden;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ExaminationTest {
    private static final List<Listener> NOBODY = List.of();
    private static final Listener MASTER = new Listener("127.0.0.1", 5555, 812, "zrs master", false);

    private final StringBuilder told = new StringBuilder();

    /** What is told of each case, by its name. */
    private void tell(String name, Consumer<FakeSurroundings> trouble) {
        FakeSurroundings facts = new FakeSurroundings();
        trouble.accept(facts);
        told.append("== ").append(name).append('\n');
        for (Finding finding : examine(facts)) {
            if (finding.severity() != Severity.OK) {
                told.append(finding.area().word() + " " + finding.severity().word() + " " + finding.check() + ": "
                        + finding.what() + "\n  " + finding.cause() + "\n  " + finding.remedy() + "\n");
                assertFalse(finding.cause().isEmpty() || finding.remedy().isEmpty(), finding.toString());
            }
        }
    }

    private static List<Finding> examine(FakeSurroundings facts) {
        return new Examination(facts, ExaminationTest::near, area -> {}).run();
    }

    /** As far as these tests go: the same letters, but for case, a slash in front and what is behind. */
    private static Optional<String> near(String typed, Collection<String> names) {
        String word = typed.replace("/", "").toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> word.startsWith(
                        name.replace("/", "").toLowerCase(Locale.ROOT).substring(0, 6)))
                .findFirst();
    }

    @Test
    void nothingIsToldWhereAllIsWell() {
        FakeSurroundings well = new FakeSurroundings();
        well.network = network(true, Outcome.OPEN, Answer.MASTER, List.of(MASTER), List.of(MASTER));
        well.master = master(2, "0.1.0", Duration.ZERO, 40);
        FakeSystem system = new FakeSystem();
        system.end(system.node("talker"), Role.PUBLISHER, "/chatter", 10);
        system.end(system.node("listener"), Role.SUBSCRIBER, "/chatter", 10);
        well.system = system.facts();
        for (Finding finding : examine(well)) {
            assertEquals(Severity.OK, finding.severity(), finding.toString());
        }
    }

    @Test
    void judgesJava() {
        Map<String, JavaFacts.Archive> archives = new LinkedHashMap<>();
        Optional<String> none = Optional.empty();
        Optional<String> cache = Optional.of("/home/r/.cache/zrs");
        archives.put("off", new JavaFacts.Archive(true, none, "off", cache, true, false, none));
        archives.put("not by the launcher", new JavaFacts.Archive(false, none, "", cache, true, false, none));
        archives.put("being made", new JavaFacts.Archive(true, none, "", cache, true, true, none));
        archives.put(
                "made in vain", new JavaFacts.Archive(true, none, "", cache, true, false, Optional.of("/c/17.key")));
        archives.put("not writable", new JavaFacts.Archive(true, none, "", cache, false, false, none));
        archives.put("no home", new JavaFacts.Archive(true, none, "", none, false, false, none));
        archives.put("to be made", new JavaFacts.Archive(true, none, "", cache, true, false, none));
        archives.forEach((name, archive) ->
                tell(name, facts -> facts.java = new JavaFacts("17.0.15", "Debian", 1L << 32, List.of(), archive)));
        tell(
                "little heap and foreign options",
                facts -> facts.java = new JavaFacts(
                        "17.0.15", "Debian", 32L << 20, List.of("JAVA_TOOL_OPTIONS"), FakeSurroundings.FAST));
        Golden.check(ExaminationTest.class, "java", told.toString());
    }

    @Test
    void judgesWhatAProcessIsGiven() {
        tell("no TERM", facts -> facts.terminal = new TerminalFacts(true, true, true, "", false, 0, 24, 80, "C.UTF-8"));
        tell(
                "dumb, small, Latin",
                facts -> facts.terminal =
                        new TerminalFacts(true, true, false, "dumb", false, 0, 20, 60, "de_DE.ISO-8859-1"));
        tell(
                "no locale",
                facts -> facts.terminal = new TerminalFacts(false, false, true, "xterm", true, 0, 24, 80, ""));
        tell(
                "variables",
                facts -> facts.environment = new EnvironmentFacts(
                        Map.of("ZRS_MASTER", "robot:x", "ZRS_MASTERS", "a", "ZRS_ARCHIVE", "on", "ZRS_COLOUR", "1"),
                        facts.environment.known(),
                        "'robot:x' is not a master's address"));
        tell(
                "empty variable",
                facts -> facts.environment = new EnvironmentFacts(Map.of("ZRS_MASTER", ""), Set.of("ZRS_MASTER"), ""));
        tell("no dot", facts -> facts.graphviz = new GraphvizFacts(Optional.empty(), "", ""));
        tell(
                "broken dot",
                facts -> facts.graphviz =
                        new GraphvizFacts(Optional.of("/usr/bin/dot"), "2.43.0", "Format: \"plain\" not recognized"));
        Golden.check(ExaminationTest.class, "process", told.toString());
    }

    @Test
    void judgesTheMachine() {
        MachineFacts.Ports all = new MachineFacts.Ports(1024, 65_535);
        tell(
                "few descriptors",
                facts -> facts.machine = FakeSurroundings.machine(256, new MachineFacts.Ports(32_768, 60_999)));
        tell("ports overlap", facts -> facts.machine = FakeSurroundings.machine(20_000, all));
        tell(
                "ports are reserved",
                facts -> facts.machine = FakeSurroundings.machine(20_000, all, new MachineFacts.Ports(20_000, 32_767)));
        tell(
                "disks",
                facts -> facts.machine = machine(
                        Instant.parse("2026-03-01T00:00:00Z"),
                        Duration.ZERO,
                        new MachineFacts.Disk("recordings", "/data", 5_000_000, true, "record elsewhere"),
                        new MachineFacts.Disk("a master's state", "/root", 1L << 40, false, "keep it elsewhere")));
        tell("never set", facts -> facts.machine = machine(Instant.parse("1970-01-01T00:03:00Z"), Duration.ZERO));
        tell("jump", facts -> facts.machine = machine(Instant.parse("2026-03-01T00:00:00Z"), Duration.ofMillis(-3600)));
        Golden.check(ExaminationTest.class, "machine", told.toString());
    }

    private static MachineFacts machine(Instant now, Duration jump, MachineFacts.Disk... disks) {
        return new MachineFacts(Optional.empty(), Optional.empty(), List.of(), List.of(disks), now, jump);
    }

    private static NetworkFacts network(
            boolean local, Outcome outcome, Answer answer, List<Listener> listeners, List<Listener> masters) {
        String ip = local ? "127.0.0.1" : "192.168.1.7";
        String host = local ? ip : "robot";
        return new NetworkFacts(
                host + ":5555",
                host,
                5555,
                local,
                true,
                List.of(new Attempt(ip, 5555, outcome)),
                listeners,
                masters,
                answer,
                answer == Answer.OTHER ? "SSH-2.0-OpenSSH_9.2" : "");
    }

    @Test
    void judgesTheWayToTheMaster() {
        Listener web = new Listener("0.0.0.0", 5555, 77, "python3 server.py", false);
        Listener stopped = new Listener("127.0.0.1", 5555, 812, "zrs master", true);
        Listener foreign = new Listener("127.0.0.1", 5555, 0, "", false);
        Listener other = new Listener("127.0.0.1", 6000, 900, "zrs master", false);
        tell(
                "no host",
                facts -> facts.network = new NetworkFacts(
                        "robto:5555", "robto", 5555, false, false, List.of(), NOBODY, NOBODY, Answer.NONE, ""));
        for (Outcome outcome : List.of(Outcome.REFUSED, Outcome.TIMED_OUT, Outcome.UNREACHABLE)) {
            tell("robot, " + outcome, facts -> facts.network = network(false, outcome, Answer.NONE, NOBODY, NOBODY));
        }
        tell("here, nothing", facts -> facts.network = network(true, Outcome.REFUSED, Answer.NONE, NOBODY, NOBODY));
        tell(
                "here, at another port",
                facts -> facts.network = network(true, Outcome.REFUSED, Answer.NONE, NOBODY, List.of(other)));
        tell(
                "here, at another address",
                facts -> facts.network = network(true, Outcome.REFUSED, Answer.NONE, List.of(MASTER), List.of(MASTER)));
        for (Answer answer : List.of(Answer.HTTP, Answer.OTHER, Answer.ZEROMQ, Answer.SILENCE)) {
            tell(
                    "a program, " + answer,
                    facts -> facts.network = network(true, Outcome.OPEN, answer, List.of(web), NOBODY));
        }
        tell(
                "somebody's",
                facts -> facts.network = network(true, Outcome.OPEN, Answer.SILENCE, List.of(foreign), NOBODY));
        tell("elsewhere", facts -> facts.network = network(false, Outcome.OPEN, Answer.HTTP, NOBODY, NOBODY));
        tell(
                "stopped",
                facts -> facts.network =
                        network(true, Outcome.OPEN, Answer.SILENCE, List.of(stopped), List.of(stopped)));
        tell(
                "two masters",
                facts -> facts.network =
                        network(true, Outcome.OPEN, Answer.MASTER, List.of(MASTER), List.of(MASTER, other)));
        List<Attempt> sixAlone =
                List.of(new Attempt("10.0.0.1", 5555, Outcome.REFUSED), new Attempt("fe80::1", 5555, Outcome.OPEN));
        tell(
                "IPv6 alone",
                facts -> facts.network = new NetworkFacts(
                        "robot:5555", "robot", 5555, false, true, sixAlone, NOBODY, NOBODY, Answer.ZEROMQ, ""));
        Golden.check(ExaminationTest.class, "network", told.toString());
    }

    private static MasterFacts master(
            int protocol, String version, Duration ahead, long open, MasterFacts.DataPort... ports) {
        MasterStatus status = new MasterStatus(
                version, 812, 90_000, 1, 5, 2, 1, Volume.NONE, Volume.NONE, Volume.NONE, 0, 50_000_000, 190);
        return new MasterFacts(
                "127.0.0.1:5555",
                protocol,
                version,
                "0.1.0",
                ahead.isZero() ? Duration.ofMillis(3) : Duration.ofMillis(700),
                protocol == 1 ? Optional.empty() : Optional.of(status),
                Optional.of(ahead),
                Optional.of(new MasterFacts.Descriptors(open, 1000)),
                List.of(ports));
    }

    @Test
    void judgesTheMaster() {
        tell("original", facts -> {
            facts.master = master(1, "", Duration.ZERO, 10);
            facts.original = new OriginalFacts(
                    List.of(new TopicName("BARO"), new TopicName("BARO_AVG")), List.of(new TopicName("BARO")));
        });
        tell("older", facts -> facts.master = master(2, "0.0.9", Duration.ZERO, 10));
        tell("slow, behind, full", facts -> facts.master = master(2, "0.1.0", Duration.ofMillis(-93_500), 900));
        for (Outcome outcome : List.of(Outcome.REFUSED, Outcome.TIMED_OUT)) {
            MasterFacts.DataPort port =
                    new MasterFacts.DataPort("/chatter", new Attempt("192.168.1.7", 20_003, outcome));
            tell("data port, " + outcome, facts -> facts.master = master(2, "0.1.0", Duration.ZERO, 10, port));
        }
        Golden.check(ExaminationTest.class, "master", told.toString());
    }

    private void tellSystem(String name, Consumer<FakeSystem> trouble) {
        FakeSystem system = new FakeSystem();
        trouble.accept(system);
        tell(name, facts -> facts.system = system.facts());
    }

    @Test
    void judgesWhetherTopicsFindEachOther() {
        tellSystem("slash", system -> {
            system.end(system.node("talker"), Role.PUBLISHER, "chatter", 10);
            system.end(system.node("listener"), Role.SUBSCRIBER, "/chatter", 0);
        });
        tellSystem("slip", system -> {
            system.end(system.node("talker"), Role.PUBLISHER, "/chatter", 10);
            system.end(system.node("other talker"), Role.PUBLISHER, "/chatter", 10);
            system.end(system.node("listener"), Role.SUBSCRIBER, "/chatters", 0);
        });
        tellSystem("nobody publishes", system -> {
            List<NodeId> some = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                some.add(system.node("listener" + i));
            }
            some.forEach(node -> system.end(node, Role.SUBSCRIBER, "/odometry", 0));
        });
        tellSystem("the publisher has left", system -> {
            system.end(system.node("listener"), Role.SUBSCRIBER, "/odometry", 5);
            system.topic("/odometry", true, false, 0, 9000);
        });
        tellSystem("the publisher has left its last message", system -> {
            system.end(system.node("listener"), Role.SUBSCRIBER, "/odometry", 5);
            system.topic("/odometry", true, true, 0, 9000);
        });
        tellSystem(
                "a tool waits",
                system -> system.end(system.node("zrs_echo_7", "a", 2, true), Role.SUBSCRIBER, "/odometry", 0));
        tellSystem("nobody hears", system -> system.end(system.node("talker"), Role.PUBLISHER, "/chatter", 10));
        Golden.check(ExaminationTest.class, "topics", told.toString());
    }

    @Test
    void judgesWhetherMessagesGetThrough() {
        tellSystem("silent for ever", system -> {
            system.end(system.node("it's a talker"), Role.PUBLISHER, "/chatter", 0);
            system.end(system.node("listener"), Role.SUBSCRIBER, "/chatter", 0);
            system.end(system.node("monologue"), Role.PUBLISHER, "/monologue", 0);
        });
        tellSystem("silent for long", system -> {
            system.end(system.node("talker"), Role.PUBLISHER, "/chatter", 10);
            system.end(system.node("listener"), Role.SUBSCRIBER, "/chatter", 10);
            system.topic("/chatter", true, false, 0, 7_400_000);
        });
        tellSystem("latched", system -> {
            system.end(system.node("talker"), Role.PUBLISHER, "/map", 1);
            system.end(system.node("listener"), Role.SUBSCRIBER, "/map", 1);
            system.topic("/map", true, true, 0, 7_400_000);
        });
        tellSystem("not connected", system -> {
            system.end(system.node("talker"), Role.PUBLISHER, "/chatter", false, 0, 0, 0, 0);
            system.end(system.node("listener"), Role.SUBSCRIBER, "/chatter", false, 0, 0, 0, 0);
        });
        tellSystem("loss", system -> {
            system.end(system.node("talker"), Role.PUBLISHER, "/image", true, 1000, 5, 9, 0);
            system.end(system.node("losing"), Role.SUBSCRIBER, "/image", true, 1000, 100, 340, 5_000_000);
            system.end(system.node("lost"), Role.SUBSCRIBER, "/image", true, 1000, 7, 7, 0);
            system.end(system.node("slow"), Role.SUBSCRIBER, "/image", true, 1000, 0, 0, 5_000_000);
            system.topic("/image", true, false, 350, 10);
        });
        Golden.check(ExaminationTest.class, "flow", told.toString());
    }

    @Test
    void judgesNodes() {
        tellSystem("nobody", system -> {});
        tellSystem("twice", system -> {
            system.node("talker", "1f3a", 2, false);
            system.node("talker", "9b20", 2, false);
            system.node("./sub 1.py", "p1.3", 1, false);
            system.node("./sub 1.py", "p1.4", 1, false);
        });
        tellSystem("silent", system -> {
            system.silent(system.node("stopped"));
            system.silent(system.node("./sub1.py", "p1.3", 1, false));
            system.unasked(system.node("late"));
        });
        Golden.check(ExaminationTest.class, "nodes", told.toString());
    }
}
