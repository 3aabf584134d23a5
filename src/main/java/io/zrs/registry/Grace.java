package io.zrs.registry;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Registrations that have lost a connection, or wait for their first: each is judged when its time has run out. */
final class Grace {
    private final LongSupplier clock;
    private final DataLinks links;
    private final Consumer<Registration> gone;
    private final Set<Registration> waiting = new LinkedHashSet<>();
    private int judged;

    /** {@code gone} is called with each registration whose node is not there any more. */
    Grace(LongSupplier clock, DataLinks links, Consumer<Registration> gone) {
        this.clock = clock;
        this.links = links;
        this.gone = gone;
    }

    void add(Registration registration) {
        waiting.add(registration);
    }

    void remove(Registration registration) {
        waiting.remove(registration);
    }

    /** Judges a registration, now or when its time has run out; to be called when its connections have changed. */
    void watch(Registration registration) {
        if (!registration.isThere() || registration.isSettled()) {
            waiting.remove(registration);
        } else if (registration.isDue(clock.getAsLong(), Registry.GRACE.toNanos(), Registry.RESTORE_GRACE.toNanos())) {
            waiting.remove(registration);
            judge(registration);
        } else {
            waiting.add(registration);
        }
    }

    private void judge(Registration registration) {
        judged++;
        Registration loser;
        if (registration.hasData()) {
            loser = links.yield(registration) ? registration : null;
        } else {
            loser = registration.owner().hasControl() ? links.adoptFor(registration) : registration;
        }
        if (loser != null) {
            gone.accept(loser);
        }
    }

    /**
     * Judges those whose time has run out.
     *
     * @param most how many at most
     * @return whether that many were judged, so that there may be more
     */
    boolean expire(int most) {
        judged = 0;
        if (!waiting.isEmpty()) {
            Iterator<Registration> next = List.copyOf(waiting).iterator();
            while (next.hasNext() && judged < most) {
                watch(next.next());
            }
        }
        return judged >= most;
    }
}
