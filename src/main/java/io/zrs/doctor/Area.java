package io.zrs.doctor;

/** What a finding is about. */
public enum Area {
    /** The virtual machine, and what makes starts slow. */
    JAVA("java", "Java"),
    /** What the streams lead to. */
    TERMINAL("terminal", "Terminal"),
    /** Environment variables. */
    ENVIRONMENT("environment", "Environment"),
    /** Descriptors, ports, disks and the clock of this machine. */
    MACHINE("machine", "Machine"),
    /** The program that draws graphs. */
    GRAPHVIZ("graphviz", "Graphviz"),
    /** The way to the master. */
    NETWORK("network", "Network"),
    /** The master itself. */
    MASTER("master", "Master"),
    /** Who publishes what to whom. */
    TOPICS("topics", "Topics"),
    /** The programs that talk. */
    NODES("nodes", "Nodes");

    private final String word;
    private final String title;

    Area(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** For programs: one word in lower case. */
    public String word() {
        return word;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
