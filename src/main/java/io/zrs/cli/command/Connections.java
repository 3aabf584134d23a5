package io.zrs.cli.command;

import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.client.Node;
import io.zrs.client.NodeOptions;
import io.zrs.model.NodeName;
import java.time.Duration;

/** How a command comes to a master. Every method may be called from any thread; errors are those of who connects. */
public interface Connections {
    /** Each command makes its own. */
    Connections NEW = new Connections() {};

    /** What a command's node is called; no blank and no {@code -}: an original master would stumble over either. */
    default NodeName name(String command) {
        return new NodeName("zrs_" + command.replace(' ', '_') + "_"
                + ProcessHandle.current().pid());
    }

    /** A node of the caller's own. */
    default Node node(NodeOptions options) {
        return Node.connect(options);
    }

    /** A look at a master, which the caller closes. */
    default MasterClient client(MasterAddress master, NodeName name, Duration timeout) {
        return MasterClient.connect(master, name, timeout);
    }
}
