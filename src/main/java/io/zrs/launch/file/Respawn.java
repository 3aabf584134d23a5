package io.zrs.launch.file;

/** Whether a node that has ended is started again. */
public enum Respawn {
    /** Never. */
    NO,
    /** Whatever its exit code. */
    ALWAYS,
    /** Unless its exit code is 0. */
    ON_FAILURE;

    /** Whether it is started again after this exit code. */
    public boolean after(int code) {
        return this == ALWAYS || this == ON_FAILURE && code != 0;
    }
}
