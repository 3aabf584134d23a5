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
import io.zrs.zmtp.ZmtpConnection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Who and what is there, in pages: one long answer would hold up the messages. */
final class Inventory {
    /** How many entries a page has at most. */
    static final int PAGE = 1000;

    /** How many entries are looked at for a page that only few of them are on. */
    private static final int MAX_LOOKED_AT = 20_000;

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
        List<RegisteredTopic> found = registry.topics(after).limit(PAGE + 1).toList();
        List<RegisteredTopic> page = found.subList(0, Math.min(PAGE, found.size()));
        OptionalLong next =
                found.size() > PAGE ? OptionalLong.of(page.get(PAGE - 1).serial()) : OptionalLong.empty();
        return new Result.TopicPage(page.stream().map(this::status).toList(), clock.getAsLong(), next);
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
        if (wanted.isPresent()) {
            List<NodeInfo> named = registry.nodes(wanted.get()).stream()
                    .filter(node -> node.serial() > after)
                    .limit(PAGE)
                    .map(RegisteredNode::info)
                    .toList();
            return new Result.NodePage(named, OptionalLong.empty());
        }
        List<NodeInfo> page = new ArrayList<>();
        long last = after;
        Iterator<RegisteredNode> nodes = registry.nodes(after);
        while (nodes.hasNext() && page.size() < PAGE) {
            RegisteredNode node = nodes.next();
            page.add(node.info());
            last = node.serial();
        }
        return new Result.NodePage(page, nodes.hasNext() ? OptionalLong.of(last) : OptionalLong.empty());
    }

    Result graph(long after) {
        List<Result.Seat> page = new ArrayList<>();
        long last = after;
        Iterator<Registration> registrations = registry.registrations(after);
        while (registrations.hasNext() && page.size() < PAGE) {
            Registration r = registrations.next();
            page.add(new Result.Seat(r.topic(), r.role(), r.owner().id()));
            last = r.serial();
        }
        return new Result.GraphPage(page, registrations.hasNext() ? OptionalLong.of(last) : OptionalLong.empty());
    }

    Result statistics(Operation.Statistics wanted) {
        List<RegistrationStatus> page = new ArrayList<>();
        long last = wanted.after();
        int looked = 0;
        Iterator<Registration> registrations = candidates(wanted);
        while (registrations.hasNext() && page.size() < PAGE && looked < MAX_LOOKED_AT) {
            Registration r = registrations.next();
            if (r.serial() > wanted.after()) {
                looked++;
                last = r.serial();
                if (matches(r, wanted)) {
                    page.add(status(r));
                }
            }
        }
        OptionalLong next = registrations.hasNext() ? OptionalLong.of(last) : OptionalLong.empty();
        return new Result.StatisticsPage(master.read(), page, next);
    }

    private Iterator<Registration> candidates(Operation.Statistics wanted) {
        if (wanted.instance().isPresent()) {
            return registry.node(wanted.instance().get()).stream()
                    .flatMap(node -> node.registrations().stream())
                    .iterator();
        }
        if (wanted.node().isPresent()) {
            return registry.nodes(wanted.node().get()).stream()
                    .flatMap(node -> node.registrations().stream())
                    .sorted((a, b) -> Long.compare(a.serial(), b.serial()))
                    .iterator();
        }
        return wanted.topic().isPresent()
                ? registry.on(wanted.topic().get()).iterator()
                : registry.registrations(wanted.after());
    }

    private static boolean matches(Registration r, Operation.Statistics wanted) {
        return wanted.topic().filter(topic -> !topic.equals(r.topic())).isEmpty()
                && wanted.node().filter(node -> !node.equals(r.node())).isEmpty();
    }

    private RegistrationStatus status(Registration r) {
        Topic topic = topics.find(r.topic());
        RegistrationVolume volume = topic.volumeOf(r);
        ZmtpConnection connection = r.data() == Registration.NONE ? null : topic.connection(r.data());
        Volume lost = r.role() == Role.PUBLISHER ? new Volume(losses.of(r), 0) : volume.lost();
        return new RegistrationStatus(
                r.topic(),
                r.role(),
                r.owner().id(),
                connection == null ? "" : connection.remote(),
                connection != null,
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
