package io.zrs.cli.command;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.Collection;

/** Complaints about a name that nothing has, with the name that was probably meant. */
public final class NotFound {
    private NotFound() {}

    /** There is no topic {@code typed} among {@code topics}. */
    public static ZrsException topic(String typed, Collection<String> topics) {
        return complaint("topic", typed, topics);
    }

    /** There is no node {@code typed} among {@code nodes}. */
    public static ZrsException node(String typed, Collection<String> nodes) {
        return complaint("node", typed, nodes);
    }

    private static ZrsException complaint(String kind, String typed, Collection<String> candidates) {
        String remedy = NearMiss.of(typed, candidates)
                .map(meant -> "did you mean " + meant + "?")
                .orElse("'zrs " + kind + " list -a' shows which there are");
        return new ZrsException(ErrorCode.NOT_FOUND, "there is no " + kind + " " + typed, remedy);
    }
}
