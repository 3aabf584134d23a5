package io.zrs.master;

/**
 * Decides whether one more connection or port may be opened, so that descriptors never run out and those who are served
 * stay served.
 */
final class Admission {
    private static final String OUT_OF_DESCRIPTORS =
            "the limit of file descriptors is reached (raise it with ulimit -n)";

    private final int maxConnections;
    private final int maxDescriptors;
    private int connections;
    private int ports;

    /**
     * An admission.
     *
     * @param maxConnections how many connections at once; 0 sets no limit of its own
     * @param maxDescriptors how many descriptors connections and ports may take together
     */
    Admission(int maxConnections, int maxDescriptors) {
        this.maxConnections = maxConnections == 0 ? Integer.MAX_VALUE : maxConnections;
        this.maxDescriptors = maxDescriptors;
    }

    /** Why no connection may be added; null if one may. */
    String refusalOfConnection() {
        if (connections >= maxConnections) {
            return "the limit of " + maxConnections + " connections is reached (--max-connections)";
        }
        return refusalOfDescriptor();
    }

    /** Why no port may be opened; null if one may. */
    String refusalOfPort() {
        // A port is worth nothing without connections: they keep half of the descriptors.
        return ports >= maxDescriptors / 2 ? OUT_OF_DESCRIPTORS : refusalOfDescriptor();
    }

    private String refusalOfDescriptor() {
        return connections + ports >= maxDescriptors ? OUT_OF_DESCRIPTORS : null;
    }

    void connectionOpened() {
        connections++;
    }

    void connectionClosed() {
        connections--;
    }

    void portOpened() {
        ports++;
    }

    int connections() {
        return connections;
    }
}
