package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;
import io.zrs.registry.RegisteredNode;
import io.zrs.registry.RegisteredTopic;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Who and what is there, in pages: one long answer would hold up the messages. */
final class Inventory {
    /** How many entries are looked at for a page that only few of them are on. */
    private static final int MAX_LOOKED_AT = 20_000;

    /** How many registrations of the nodes of one name are put in order for each page. */
    private static final int MAX_SORTED = 2_000;

    private final Registry registry;
    private final Topics topics;
    private final NodeLosses losses;
    private final MasterStatusSource master;
    private final LongSupplier clock;

    Inventory(Registry registry, Topics topics, NodeLosses losses, MasterStatusSource master, LongSupplier clock) {
        this.registry = registry;
        this.topics = topics;
        this.losses = losses;
        this.master = master;
        this.clock = clock;
    }

    Result topics(Optional<TopicName> wanted, long after) {
        if (wanted.isPresent()) {
            RegisteredTopic topic = registry.topic(wanted.get())
                    .orElseThrow(() -> new ZrsException(ErrorCode.NOT_FOUND, "there is no topic " + wanted.get()));
            return new Result.TopicPage(List.of(status(topic)), clock.getAsLong(), OptionalLong.empty());
        }
        Page<TopicStatus> page = new Page<>(after);
        Iterator<RegisteredTopic> rest = registry.topics(after).iterator();
        while (rest.hasNext() && !page.isFull()) {
            RegisteredTopic topic = rest.next();
            page.add(topic.serial(), status(topic), topic.topic().value().length());
        }
        return new Result.TopicPage(page.entries(), clock.getAsLong(), page.next(rest.hasNext()));
    }

    private TopicStatus status(RegisteredTopic registered) {
        Topic topic = topics.find(registered.topic());
        TopicVolume volume = topic == null ? TopicVolume.NONE : topic.volume();
        return new TopicStatus(
                registered.topic(),
                registered.publishers(),
                registered.subscribers(),
                registered.published(),
                topic != null && topic.latch().isOn(),
                volume.in(),
                volume.out(),
                volume.lost(),
                volume.waiting(),
                volume.idleMillis());
    }

    Result nodes(Optional<NodeName> wanted, long after) {
        Page<NodeInfo> page = new Page<>(after);
        Iterator<RegisteredNode> rest =
                wanted.isPresent() ? registry.nodes(wanted.get(), after) : registry.nodes(after);
        while (rest.hasNext() && !page.isFull()) {
            RegisteredNode node = rest.next();
            page.add(node.serial(), node.info(), node.chars());
        }
        return new Result.NodePage(page.entries(), page.next(rest.hasNext()));
    }

    Result graph(long after) {
        Page<Result.Seat> page = new Page<>(after);
        Iterator<Registration> rest = registry.registrations(after);
        while (rest.hasNext() && !page.isFull()) {
            Registration r = rest.next();
            page.add(r.serial(), new Result.Seat(r.topic(), r.role(), r.owner().id()), chars(r));
        }
        return new Result.GraphPage(page.entries(), page.next(rest.hasNext()));
    }

    private static int chars(Registration r) {
        return r.topic().value().length() + r.node().value().length();
    }

    Result statistics(Operation.Statistics wanted) {
        Page<RegistrationStatus> page = new Page<>(wanted.after());
        int looked = 0;
        Iterator<Registration> rest = candidates(wanted);
        while (rest.hasNext() && !page.isFull() && looked < MAX_LOOKED_AT) {
            Registration r = rest.next();
            if (r.serial() <= wanted.after()) {
                continue;
            }
            looked++;
            if (matches(r, wanted)) {
                page.add(r.serial(), status(r), chars(r));
            } else {
                page.skip(r.serial());
            }
        }
        return new Result.StatisticsPage(master.read(), page.entries(), page.next(rest.hasNext()));
    }

    private Iterator<Registration> candidates(Operation.Statistics wanted) {
        if (wanted.instance().isPresent()) {
            return registry.node(wanted.instance().get()).stream()
                    .flatMap(node -> node.registrations().stream())
                    .iterator();
        }
        if (wanted.node().isPresent()) {
            return ofNodes(wanted.node().get()).orElseGet(() -> registry.registrations(wanted.after()));
        }
        return wanted.topic().isPresent()
                ? registry.on(wanted.topic().get()).iterator()
                : registry.registrations(wanted.after());
    }

    /** What the nodes of this name are on, in order; empty if it is too much to be sorted. */
    private Optional<Iterator<Registration>> ofNodes(NodeName name) {
        List<Registration> found = new ArrayList<>();
        Iterator<RegisteredNode> nodes = registry.nodes(name, 0);
        int looked = 0;
        while (nodes.hasNext()) {
            RegisteredNode node = nodes.next();
            looked += 1 + node.registrations().size();
            if (looked > MAX_SORTED) {
                return Optional.empty();
            }
            found.addAll(node.registrations());
        }
        found.sort(Comparator.comparingLong(Registration::serial));
        return Optional.of(found.iterator());
    }

    private static boolean matches(Registration r, Operation.Statistics wanted) {
        return wanted.topic().filter(topic -> !topic.equals(r.topic())).isEmpty()
                && wanted.node().filter(node -> !node.equals(r.node())).isEmpty();
    }

    private RegistrationStatus status(Registration r) {
        Topic topic = topics.find(r.topic());
        RegistrationVolume volume = topic.volumeOf(r);
        TopicLink link = r.data() == Registration.NONE ? null : topic.traffic().link(r.data());
        Volume lost = r.role() == Role.PUBLISHER ? new Volume(losses.of(r), 0) : volume.lost();
        return new RegistrationStatus(
                r.topic(),
                r.role(),
                r.owner().id(),
                link == null ? "" : link.connection().remote(),
                link != null && link.isActive(),
                volume.passed(),
                volume.waiting(),
                lost);
    }

    Result sample(TopicName name) {
        return Optional.ofNullable(topics.find(name))
                .flatMap(Topic::sample)
                .<Result>map(sample -> new Result.Sampled(sample.size(), sample.head(), sample.ageMillis()))
                .orElseThrow(() -> new ZrsException(ErrorCode.NOT_FOUND, "no message has been seen on " + name));
    }
}
