package io.zrs.registry;

import java.util.List;

/** How a registration stands to data connections that do not say whose they are. */
enum Standing {
    /** Protocol 1, with control: whatever arrives is most likely its own. */
    AWAITED,
    /** Protocol 1, without control: it may come, or be dead. */
    MISSED,
    /** Protocol 2, with control, and has not shown yet that its connections say whose they are. */
    UNPROVEN,
    /** The same without control. */
    UNPROVEN_AND_MISSED,
    /** Protocol 2, and is carried by a guess. It lives by its control connection. */
    GUESSED,
    /** Protocol 1, lost its control connection and lives by its data connection, if that is its own. */
    ORPHANED,
    /** Protocol 1, has control and its first data connection. Without one it would count as not having come yet. */
    NEWCOMER,
    /** Neither waits for a connection nor can give one away. */
    SETTLED;

    /** Those that wait for a connection, in the order in which they are served. */
    static final List<Standing> WAITING = List.of(AWAITED, MISSED, UNPROVEN, UNPROVEN_AND_MISSED);

    static Standing of(Registration registration) {
        RegisteredNode node = registration.owner();
        if (registration.hasData()) {
            return carried(registration, node);
        }
        if (node.protocol() == 1) {
            return node.hasControl() ? AWAITED : MISSED;
        }
        if (node.identifies()) {
            return SETTLED;
        }
        return node.hasControl() ? UNPROVEN : UNPROVEN_AND_MISSED;
    }

    private static Standing carried(Registration registration, RegisteredNode node) {
        if (registration.isIdentified()) {
            return SETTLED;
        } else if (node.protocol() > 1) {
            return GUESSED;
        } else if (!node.hasControl()) {
            return ORPHANED;
        }
        return registration.hadDataBefore() ? SETTLED : NEWCOMER;
    }
}
