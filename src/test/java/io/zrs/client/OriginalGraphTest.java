package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.protocol.MapTopic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OriginalGraphTest {
    @Test
    void hidesWhatBearsTheNameOfACommandsNode() {
        List<NodeName> names = Stream.of(
                        "zrs_echo_4711", "zrs_topic_hz_1", "zrs_", "zrs_17", "zrs_echo_", "zrs_echo_x1", "p_1")
                .map(NodeName::new)
                .toList();
        List<String> hidden =
                OriginalGraph.read(List.of(new MapTopic(new TopicName("/t"), names, List.of()))).nodes().stream()
                        .filter(node -> node.details().hidden())
                        .map(NodeInfo::name)
                        .map(NodeName::value)
                        .toList();
        assertEquals(List.of("zrs_echo_4711", "zrs_topic_hz_1"), hidden);
    }
}
