package io.zrs.master.state;

import io.zrs.model.ErrorCode;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * All that a master keeps.
 *
 * @param topics each once; those that were published in the order in which they first were
 */
public record SavedState(List<SavedTopic> topics) {
    /** Nothing. */
    public static final SavedState EMPTY = new SavedState(List.of());

    private static final int MAX_PORT = 65535;

    /**
     * Copies the list and checks what can be told from it.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if a topic or a port is there twice, or a port is out of range
     */
    public SavedState {
        topics = List.copyOf(topics);
        Set<TopicName> names = new HashSet<>();
        Set<Integer> ports = new HashSet<>();
        for (SavedTopic topic : topics) {
            if (!names.add(topic.name())) {
                throw new ZrsException(ErrorCode.INVALID, "the topic " + topic.name() + " is there twice");
            }
            for (Role role : Role.values()) {
                check(topic.port(role), ports);
            }
        }
    }

    private static void check(OptionalInt port, Set<Integer> known) {
        if (port.isEmpty()) {
            return;
        }
        int number = port.getAsInt();
        if (number < 1 || number > MAX_PORT) {
            throw new ZrsException(ErrorCode.INVALID, number + " is no port");
        }
        if (!known.add(number)) {
            throw new ZrsException(ErrorCode.INVALID, "the port " + number + " is there twice");
        }
    }
}
