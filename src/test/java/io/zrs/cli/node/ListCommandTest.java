package io.zrs.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.testing.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListCommandTest {
    private final FakeWorld world = new FakeWorld();

    private void check(String name, FakeSystem system, boolean all, boolean addresses, boolean count, boolean json)
            throws IOException {
        ListCommand.print(system, world.context(), new ListCommand.Wanted(all, addresses, count, json));
        Golden.check(ListCommandTest.class, name, world.out() + "--- stderr\n" + world.err());
    }

    @ParameterizedTest
    @CsvSource({
        "list, false, false, false, false",
        "list-all, true, false, false, false",
        "list-addresses, false, true, false, false",
        "list-all-addresses, true, true, false, false",
        "list-count, false, false, true, false",
        "list-all-count, true, false, true, false",
        "list-json, false, false, false, true",
        "list-all-json, true, false, false, true"
    })
    void printsWhatIsWanted(String name, boolean all, boolean addresses, boolean count, boolean json)
            throws IOException {
        check(name, FakeSystem.everybody(), all, addresses, count, json);
    }

    @Test
    void saysWhatAnOriginalMasterTells() throws IOException {
        NodeId id = new NodeId(new NodeName("pub1"), "p1.1");
        FakeSystem system = new FakeSystem(new NodeInfo(id, 1, "", NodeDetails.UNKNOWN, 1)).original();
        check("list-original", system, true, false, false, false);
    }

    @Test
    void isHarmlessToATerminal() throws IOException {
        world.with(new Terminal(true, true, 256));
        NodeId id = new NodeId(new NodeName("a\u202eb"), "1");
        FakeSystem system = new FakeSystem(new NodeInfo(id, 2, "", NodeDetails.UNKNOWN, 0));
        ListCommand.print(system, world.context(), new ListCommand.Wanted(false, false, false, false));
        assertEquals("a\\u202eb\n", world.out());
    }
}
