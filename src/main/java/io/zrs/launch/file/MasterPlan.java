package io.zrs.launch.file;

import io.zrs.client.MasterAddress;
import java.util.List;

/** Which master the nodes talk to. */
public sealed interface MasterPlan {
    /** The one at the usual address if it answers, else one that is started there. */
    record Automatic() implements MasterPlan {}

    /** The one at the usual address, which has to answer. */
    record Existing() implements MasterPlan {}

    /** One that has to answer elsewhere. */
    record At(MasterAddress address) implements MasterPlan {}

    /** None: the nodes have no use for one. */
    record None() implements MasterPlan {}

    /**
     * One that is started.
     *
     * @param bind the address that it listens on
     * @param port its control port; 0 for a free one
     * @param options what else {@code zrs master} takes, word by word
     * @param output where its log goes
     */
    record Start(String bind, int port, List<String> options, OutputTarget output) implements MasterPlan {
        /** Copies the list. */
        public Start {
            options = List.copyOf(options);
        }
    }
}
