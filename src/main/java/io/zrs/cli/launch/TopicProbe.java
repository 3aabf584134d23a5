package io.zrs.cli.launch;

import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.ZrsException;

/** Asks the master whether somebody publishes a topic; of an original master, whether anybody ever did. Used by one thread. */
final class TopicProbe implements AutoCloseable {
    private static final int NEWER = 2;

    private volatile String address = "";
    private MasterClient client;

    /** Where the master is. */
    void useMaster(String where) {
        address = where;
    }

    synchronized boolean isPublished(TopicName topic) {
        if (address.isEmpty()) {
            return false;
        }
        try {
            if (client == null) {
                client = MasterChoice.connect(MasterAddress.parse(address));
            }
            if (client.protocol() < NEWER) {
                return client.topics().contains(topic);
            }
            for (TopicStatus status : client.topicStatus()) {
                if (status.topic().equals(topic)) {
                    return status.publishers() > 0;
                }
            }
            return false;
        } catch (ZrsException e) {
            // It may come back; who waits has a time limit of its own.
            close();
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
