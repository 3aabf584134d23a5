package io.zrs.registry;

import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every topic that anybody has ever been on. */
final class Catalogue {
    private final Map<TopicName, TopicSeats> byName = new HashMap<>();
    private final NavigableMap<Long, TopicSeats> inOrder = new TreeMap<>();
    private final Set<TopicName> published = new LinkedHashSet<>();

    /** One topic's seats, which are made when it is first asked for. */
    TopicSeats seats(TopicName topic) {
        TopicSeats seats = byName.get(topic);
        if (seats == null) {
            seats = new TopicSeats(byName.size() + 1, topic);
            byName.put(topic, seats);
            inOrder.put(seats.serial(), seats);
        }
        return seats;
    }

    TopicSeats of(Registration registration) {
        return byName.get(registration.topic());
    }

    void publish(TopicName topic) {
        seats(topic);
        published.add(topic);
    }

    List<TopicName> published() {
        return List.copyOf(published);
    }

    Collection<Registration> on(TopicName topic) {
        TopicSeats seats = byName.get(topic);
        return seats == null ? List.of() : Collections.unmodifiableCollection(seats.all());
    }

    Stream<RegisteredTopic> after(long serial) {
        return inOrder.tailMap(serial, false).values().stream().map(this::describe);
    }

    Optional<RegisteredTopic> find(TopicName topic) {
        return Optional.ofNullable(byName.get(topic)).map(this::describe);
    }

    private RegisteredTopic describe(TopicSeats seats) {
        return new RegisteredTopic(
                seats.serial(),
                seats.topic(),
                seats.count(Role.PUBLISHER),
                seats.count(Role.SUBSCRIBER),
                published.contains(seats.topic()));
    }
}
