package io.zrs.cli.node;

import io.zrs.client.Answers;
import io.zrs.client.PingResult;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeId;
import io.zrs.model.ZrsException;
import java.util.List;

/** What came of asking a node whether it is alive. */
sealed interface Contact {
    /** How long the master waits for an answer. */
    String PATIENCE = "3.0s";

    /** It, or its connection, answered. */
    record Answered(PingResult reply) implements Contact {}

    /** It did not: {@code reason} is a line. */
    record Silent(String reason) implements Contact {}

    /** The node went away meanwhile. */
    record Gone() implements Contact {}

    /** The master cannot ask it, which says nothing about the node: {@code reason} is a line. */
    record Unasked(String reason) implements Contact {}

    /** Pings the node; other errors than those of the node itself pass. */
    static Contact with(SystemView system, NodeId node) {
        return all(system, List.of(node)).next();
    }

    /** Pings these nodes, all at the same time; as {@link #with}. */
    static Answers<Contact> all(SystemView system, List<NodeId> nodes) {
        if (system.isOriginal()) {
            return () -> new Unasked("an original ZeROSMQ master asks no node");
        }
        Answers<PingResult> answers = system.pings(nodes);
        return () -> of(answers);
    }

    private static Contact of(Answers<PingResult> answers) {
        try {
            return new Answered(answers.next());
        } catch (ZrsException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return new Gone();
            }
            if (e.code() == ErrorCode.TIMEOUT) {
                return new Silent("no answer within " + PATIENCE);
            }
            if (e.code() == ErrorCode.REFUSED) {
                return new Unasked(e.getMessage());
            }
            throw e;
        }
    }
}
