package io.zrs.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.cli.command.NodeNames;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeChoiceTest {
    private final NodeChoice choice =
            choice("talker#1f3a", "talker#9b20", "listener#77b0", "./p.py#p1.1", "./p.py#p1.12", "a#b#1234", "a#b1#2");

    private static NodeChoice choice(String... ids) {
        List<NodeInfo> nodes = Stream.of(ids).map(NodeChoiceTest::node).toList();
        return new NodeChoice(nodes, NodeNames.of(nodes));
    }

    private static NodeInfo node(String id) {
        int mark = id.lastIndexOf('#');
        NodeName name = new NodeName(id.substring(0, mark));
        NodeDetails details = new NodeDetails(id.length(), "", "", "", false);
        return new NodeInfo(new NodeId(name, id.substring(mark + 1)), 2, "127.0.0.1", details, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "listener, listener#77b0",
        "listener#, listener#77b0",
        "talker#1, talker#1f3a",
        "talker#9b20, talker#9b20",
        "./p.py#p1.1, ./p.py#p1.1",
        "./p.py#p1.12, ./p.py#p1.12",
        "a#b, a#b#1234",
        "a#b#12, a#b#1234",
        "a#b1, a#b1#2"
    })
    void findsTheNodeThatIsMeant(String typed, String id) {
        assertEquals(id, choice.one(typed).id().toString());
    }

    @Test
    void findsAllOfAName() {
        assertEquals(
                List.of("talker#1f3a", "talker#9b20"),
                choice.all("talker").stream().map(node -> node.id().toString()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "talkr | NOT_FOUND | there is no node talkr | did you mean talker?",
                "/listener | NOT_FOUND | there is no node /listener | did you mean listener?",
                "talker#9b21 | NOT_FOUND | there is no node talker#9b21 | did you mean talker#9b20?",
                "x | NOT_FOUND | there is no node x | see 'zrs node list -a'",
                "talker | REFUSED | there are 2 nodes talker: talker#1f3a (127.0.0.1, pid 11), "
                        + "talker#9b20 (127.0.0.1, pid 11) | say which"
            })
    void saysWhatIsWrongWithAName(String typed, ErrorCode code, String message, String remedy) {
        ZrsException error = assertThrows(ZrsException.class, () -> choice.one(typed));
        assertEquals(code, error.code());
        assertEquals(message, error.getMessage());
        assertEquals(remedy, error.remedy());
    }
}
