package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.protocol.Result;
import io.zrs.registry.RegisteredNode;
import io.zrs.registry.Registry;
import io.zrs.registry.RegistryListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InventoryTest {
    private static final String HERE = "127.0.0.1";

    private final Registry registry = new Registry(() -> 0, new RegistryListener() {});
    private final Inventory inventory = new Inventory(registry, null, null, null, () -> 0);

    private RegisteredNode join(int number, String name) {
        return registry.join(number, new NodeId(new NodeName(name), "i" + number), NodeDetails.UNKNOWN, HERE);
    }

    private List<Result.NodePage> pages(Optional<NodeName> wanted) {
        List<Result.NodePage> pages = new ArrayList<>();
        long after = 0;
        while (after >= 0) {
            Result.NodePage page = (Result.NodePage) inventory.nodes(wanted, after);
            pages.add(page);
            after = page.next().orElse(-1);
        }
        return pages;
    }

    @Test
    void manyNodesOfOneNameComeInPagesAsAllNodesDo() {
        for (int i = 1; i <= 2500; i++) {
            join(i, i % 2 == 0 ? "even" : "odd");
        }
        List<Result.NodePage> odd = pages(Optional.of(new NodeName("odd")));
        assertEquals(
                List.of(1000, 250),
                odd.stream().map(page -> page.nodes().size()).toList());
        List<String> instances = odd.stream()
                .flatMap(page -> page.nodes().stream())
                .map(node -> node.id().instance())
                .toList();
        assertEquals("i1", instances.get(0));
        assertEquals("i2499", instances.get(1249));
        assertEquals(1250, instances.stream().distinct().count());
        assertEquals(
                List.of(1000, 1000, 500),
                pages(Optional.empty()).stream()
                        .map(page -> page.nodes().size())
                        .toList());
        assertEquals(List.of(), pages(Optional.of(new NodeName("none"))).get(0).nodes());
    }

    @Test
    void longNamesMakeShortPages() {
        String name = "n".repeat(4000);
        for (int i = 1; i <= 100; i++) {
            RegisteredNode node = join(i, name + i);
            registry.register(node, Role.SUBSCRIBER, new TopicName("/t"));
        }
        List<Result.NodePage> pages = pages(Optional.empty());
        assertTrue(pages.size() > 1);
        List<NodeInfo> all =
                pages.stream().flatMap(page -> page.nodes().stream()).toList();
        assertEquals(100, all.size());
        assertEquals(100, all.stream().distinct().count());
        Result.GraphPage graph = (Result.GraphPage) inventory.graph(0);
        assertTrue(graph.next().isPresent());
        int first = graph.seats().size();
        Result.GraphPage rest = (Result.GraphPage) inventory.graph(graph.next().getAsLong());
        assertEquals(100, first + rest.seats().size());
    }
}
