package io.zrs.launch.run;

import io.zrs.launch.file.NodePlan;
import io.zrs.model.ErrorCode;
import java.util.Optional;

/**
 * How a launch ends, and why.
 *
 * @param kind why
 * @param node the node behind it, if there is one
 * @param code the exit code: that of a required node, else one of zrs
 * @param reason one line for people
 * @param error the kind of error, if it is one
 */
public record Verdict(Kind kind, Optional<NodePlan> node, int code, String reason, Optional<ErrorCode> error) {
    /** Why a launch ends. */
    public enum Kind {
        /** Every node has ended by itself. */
        ALL_ENDED,
        /** A required node has ended. */
        REQUIRED_ENDED,
        /** Ctrl-C, SIGTERM or SIGHUP came. */
        INTERRUPTED,
        /** A node could not be started, or did not become ready. */
        FAILED
    }
}
