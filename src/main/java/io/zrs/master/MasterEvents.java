package io.zrs.master;

/** Takes what happens in a master. Called on the master's own thread: it must return at once and must not throw. */
@FunctionalInterface
public interface MasterEvents {
    /** Takes one event. */
    void on(MasterEvent event);
}
