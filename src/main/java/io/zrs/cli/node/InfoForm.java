package io.zrs.cli.node;

import java.io.IOException;

/** How a node is described. */
interface InfoForm {
    /** Prints what the master knows, before the node itself is asked. */
    void known(NodeReport report) throws IOException;

    /** Prints what the node said to it, and the rest. */
    void rest(NodeReport report, Contact contact) throws IOException;

    /** As rosnode prints it. */
    static InfoForm text(NodeText text) {
        return new InfoText(text);
    }

    /** An object a node. */
    static InfoForm json(NodeText text) {
        return new InfoJson(text);
    }
}
