package io.zrs.master.state;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.ZrsException;
import java.util.Objects;

/**
 * A registration of protocol 1.
 *
 * @param role which end of the topic
 * @param node the node's name; several may share it
 * @param host the address it connects from, in numbers
 */
public record SavedNode(Role role, NodeName node, String host) {
    /** The longest address: IPv6 in full, and the name of an interface. */
    private static final int MAX_HOST_CHARS = 64;

    /**
     * Checks the address's form.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is empty, too long, or has anything but visible ASCII
     */
    public SavedNode {
        Objects.requireNonNull(role);
        Objects.requireNonNull(node);
        if (host.isEmpty() || host.length() > MAX_HOST_CHARS || !host.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new ZrsException(ErrorCode.INVALID, "the address of a node is malformed");
        }
    }
}
