package io.zrs.shell;

import io.zrs.client.MasterAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What lines can change of what commands have around them. May be used from any thread. */
public final class Settings {
    private static final String MASTER = "ZRS_MASTER";

    private final UnaryOperator<String> environment;
    private volatile MasterAddress master;
    private volatile int lastCode;

    /**
     * As it is at the beginning.
     *
     * @param environment the variables of this process; null where one is not set
     * @param master where the master is that commands talk to
     */
    public Settings(UnaryOperator<String> environment, MasterAddress master) {
        this.environment = environment;
        this.master = master;
    }

    /** Where the master is that commands talk to unless they are told otherwise. */
    public MasterAddress master() {
        return master;
    }

    void master(MasterAddress other) {
        master = other;
    }

    /** What the last command ended with. */
    public int lastCode() {
        return lastCode;
    }

    /** A line was given up by Ctrl-C. */
    public void interrupted() {
        lastCode = 0;
    }

    void lastCode(int code) {
        lastCode = code;
    }

    /** The environment of commands. */
    String environment(String name) {
        return name.equals(MASTER) ? master.toString() : environment.apply(name);
    }

    /** What words may stand for. */
    String variable(String name) {
        return switch (name) {
            case "?" -> Integer.toString(lastCode);
            case "~" -> environment("HOME");
            default -> environment(name);
        };
    }

    /** What programs of the system get beside what this process has. */
    Map<String, String> forPrograms() {
        return new TreeMap<>(Map.of(MASTER, master.toString()));
    }
}
