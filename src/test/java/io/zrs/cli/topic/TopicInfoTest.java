package io.zrs.cli.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zrs.cli.command.NodeNames;
import io.zrs.cli.topic.TopicReport.End;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import io.zrs.output.ByteText;
import io.zrs.output.PayloadType;
import io.zrs.testing.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TopicInfoTest {
    private static final TopicName TOPIC = new TopicName("/odom");
    private static final NodeId TALKER = new NodeId(new NodeName("talker"), "77b0c4d2");
    private static final NodeId FIRST = new NodeId(new NodeName("listener"), "1f3a5570");
    private static final NodeId SECOND = new NodeId(new NodeName("listener"), "9e015570");
    private static final NodeId SCRIPT = new NodeId(new NodeName("./sub 1.py"), "p1.1");
    private static final NodeId TOOL = new NodeId(new NodeName("zrs_echo_9"), "c0ffee00");

    private static final NodeNames NAMES = NodeNames.of(List.of(
            node(TALKER, 4242, false),
            node(FIRST, 4243, false),
            node(SECOND, 4244, false),
            node(SCRIPT, 0, false),
            node(TOOL, 9, true)));

    private static final TopicReport BUSY = new TopicReport(
            TOPIC,
            type("{\"pose\": {\"x\": 1.5}, \"tags\": [\"a\"]}"),
            Optional.of(status(1, 4, true, OptionalLong.of(1450))),
            Optional.of(List.of(end(TALKER, Role.PUBLISHER, true))),
            List.of(
                    end(SCRIPT, Role.SUBSCRIBER, true),
                    end(FIRST, Role.SUBSCRIBER, true),
                    end(SECOND, Role.SUBSCRIBER, false),
                    end(TOOL, Role.SUBSCRIBER, true)),
            NAMES);

    private static final TopicReport QUIET = new TopicReport(
            TOPIC,
            Optional.empty(),
            Optional.of(new TopicStatus(
                    TOPIC,
                    0,
                    2,
                    false,
                    false,
                    Volume.NONE,
                    Volume.NONE,
                    Volume.NONE,
                    Volume.NONE,
                    OptionalLong.empty())),
            Optional.of(List.of()),
            List.of(end(TOOL, Role.SUBSCRIBER, true), end(TOOL, Role.SUBSCRIBER, true)),
            NAMES);

    /** What an original master tells of a topic that somebody subscribes to, and of another. */
    private static final List<TopicReport> ORIGINAL = List.of(
            original(Optional.of(List.of(plain("./pub1"))), List.of(plain("./sub1"))),
            original(Optional.empty(), List.of()));

    @Test
    void isAsRostopicHasIt() {
        check("info", false, false);
    }

    @Test
    void listsToolsIfAskedFor() {
        check("info-all", false, true);
    }

    @Test
    void tellsHowMuchPasses() {
        check("info-verbose", true, false);
    }

    @Test
    void tellsWhatAnOriginalMasterKnows() {
        StringBuilder all = new StringBuilder();
        ORIGINAL.forEach(report -> all.append(TopicInfoText.of(report, true, false)));
        Golden.check(TopicInfoTest.class, "info-original", all.toString());
    }

    @Test
    void isJsonForProgrammes() {
        ByteText out = new ByteText();
        List<TopicReport> reports = new ArrayList<>(List.of(BUSY, QUIET));
        reports.addAll(ORIGINAL);
        reports.forEach(report -> TopicInfoJson.append(out, report));
        Golden.check(TopicInfoTest.class, "info-json", out.toString());
    }

    @Test
    void aTypeIsAWordAndTheFieldsOfJson() {
        StringBuilder all = new StringBuilder();
        for (String payload : List.of(
                "1.5",
                "hello",
                "\u0000",
                "{\"x\": 1, \"tags\": [\"a\"], \"pose\": {\"x\": 1}}",
                "{\"header\": {\"stamp\": 1, \"frame_id\": \"map\"}, \"pose\": {\"position\": {\"x\": 1, \"y\": 2},"
                        + " \"orientation\": {\"x\": 1, \"y\": 2, \"z\": 3, \"w\": 4}}, \"ok\": true}")) {
            all.append(TypeCommand.text(type(payload).orElseThrow()));
        }
        Golden.check(TopicInfoTest.class, "type", all.toString());
    }

    private static void check(String name, boolean numbers, boolean all) {
        Golden.check(
                TopicInfoTest.class,
                name,
                TopicInfoText.of(BUSY, numbers, all) + TopicInfoText.of(QUIET, numbers, all));
    }

    private static TopicReport original(Optional<List<End>> publishers, List<End> subscribers) {
        return new TopicReport(
                TOPIC, Optional.empty(), Optional.empty(), publishers, subscribers, NodeNames.of(List.of()));
    }

    private static End plain(String name) {
        return new End(new NodeId(new NodeName(name), "p1.1"), Optional.empty());
    }

    private static End end(NodeId node, Role role, boolean connected) {
        return new End(
                node,
                Optional.of(new RegistrationStatus(
                        TOPIC,
                        role,
                        node,
                        connected ? "127.0.0.1:40000" : "",
                        connected,
                        new Volume(1200, 24_000),
                        new Volume(2, 400),
                        connected ? Volume.NONE : new Volume(1, 20))));
    }

    private static TopicStatus status(int publishers, int subscribers, boolean latched, OptionalLong idle) {
        return new TopicStatus(
                TOPIC,
                publishers,
                subscribers,
                true,
                latched,
                new Volume(1200, 24_000),
                new Volume(4800, 96_000),
                new Volume(1, 20),
                new Volume(8, 1600),
                idle);
    }

    private static NodeInfo node(NodeId id, long pid, boolean hidden) {
        return new NodeInfo(id, pid == 0 ? 1 : 2, "127.0.0.1", new NodeDetails(pid, "", "", "", hidden), 1);
    }

    private static Optional<PayloadType> type(String payload) {
        return Optional.of(PayloadType.of(payload.getBytes(UTF_8)));
    }
}
