package io.zrs.top;

import io.zrs.client.SystemStatus;
import io.zrs.client.TopicReading;
import io.zrs.model.MasterStatus;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A system that a test makes: every topic has a rate, and {@link #reading} tells what was counted after so many seconds. */
public final class Plant {
    private static final long START_MILLIS = 1_772_368_496_000L;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final List<Topic> topics = new ArrayList<>();
    private final List<NodeInfo> nodes = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private long pid = 4242;
    private int startedAt;

    private record Topic(TopicName name, long rate, long size, long lost) {}

    private record Seat(TopicName topic, Role role, NodeId node) {}

    /** A topic with so many messages a second of so many bytes, and so many of them lost. */
    public Plant topic(String name, long rate, long size, long lost) {
        topics.add(new Topic(new TopicName(name), rate, size, lost));
        return this;
    }

    /** A node of protocol 2. */
    public Plant node(String name, String host, String program) {
        NodeId id = new NodeId(new NodeName(name), "i" + nodes.size());
        NodeDetails details = new NodeDetails(100 + nodes.size(), host, program, "1.0", false);
        nodes.add(new NodeInfo(id, 2, "127.0.0.1", details, 1));
        return this;
    }

    /** The last node publishes. */
    public Plant publishes(String topic) {
        return seat(topic, Role.PUBLISHER);
    }

    /** The last node subscribes. */
    public Plant subscribes(String topic) {
        return seat(topic, Role.SUBSCRIBER);
    }

    private Plant seat(String topic, Role role) {
        seats.add(
                new Seat(new TopicName(topic), role, nodes.get(nodes.size() - 1).id()));
        return this;
    }

    /** The master starts anew: all counters begin at 0 then. */
    public void restart(int second) {
        startedAt = second;
        pid++;
    }

    /** The plant that the golden files show. */
    public static Plant usual() {
        return new Plant()
                .topic("/arm/joints/state", 100, 412, 0)
                .topic("/camera/front/image_raw", 30, 921_600, 7)
                .topic("/cmd_vel", 0, 50, 0)
                .topic("/imu/data", 1000, 320, 0)
                .topic("/a/topic/whose/name/is/much/longer/than/any/column", 1, 20, 0)
                .node("camera driver", "robot-1", "python 3.11")
                .publishes("/camera/front/image_raw")
                .node("/arm/controller", "robot-1", "java 17.0.15")
                .publishes("/arm/joints/state")
                .subscribes("/cmd_vel")
                .node("logger", "base-station.example.org", "zrs echo")
                .subscribes("/arm/joints/state")
                .subscribes("/imu/data")
                .subscribes("/camera/front/image_raw")
                .node("imu", "", "")
                .publishes("/imu/data")
                .publishes("/a/topic/whose/name/is/much/longer/than/any/column");
    }

    /** As many topics, each with a node that publishes. */
    public static Plant large(int count) {
        Plant plant = new Plant();
        for (int i = 0; i < count; i++) {
            String number = Integer.toString(10_000 + i).substring(1);
            plant.topic("/t" + number, i % 50, 100, 0)
                    .node("n" + number, "h", "p")
                    .publishes("/t" + number);
        }
        return plant;
    }

    /** What the master told after so many seconds. */
    public Reading reading(int second) {
        long run = second - startedAt;
        Volume in = Volume.NONE;
        Volume lost = Volume.NONE;
        List<TopicStatus> told = new ArrayList<>();
        for (Topic topic : topics) {
            TopicStatus status = status(topic, run);
            told.add(status);
            in = in.plus(status.in());
            lost = lost.plus(status.lost());
        }
        long stamp = (1000 + second) * SECOND_NANOS;
        MasterStatus master = new MasterStatus(
                "1.2.3",
                pid,
                run * 1000 + 3_600_000,
                stamp,
                2 * nodes.size(),
                nodes.size() + 1,
                topics.size(),
                in,
                in,
                lost,
                48_000,
                85_123_456,
                run * 123);
        List<RegistrationStatus> ends =
                seats.stream().map(seat -> end(seat, run)).toList();
        return new Reading(
                "127.0.0.1:5555",
                START_MILLIS + second * 1000L,
                new SystemStatus(master, ends),
                new TopicReading(told, stamp),
                nodes,
                id -> id.name().value());
    }

    private TopicStatus status(Topic topic, long run) {
        return new TopicStatus(
                topic.name(),
                count(topic, Role.PUBLISHER),
                count(topic, Role.SUBSCRIBER),
                topic.rate() > 0,
                topic.size() == 50,
                volume(topic.rate() * run, topic.size()),
                volume(topic.rate() * run, topic.size()),
                volume(topic.lost() * run, topic.size()),
                waiting(topic, run),
                topic.rate() > 0 ? OptionalLong.of(topic.rate()) : OptionalLong.empty());
    }

    /** With loss some wait, from the first second on; where all are lost, none of them. */
    private static Volume waiting(Topic topic, long run) {
        boolean some = topic.lost() > 0 && topic.lost() < topic.rate() && run > 0;
        return some ? new Volume(12, 48_000) : Volume.NONE;
    }

    private static Volume volume(long messages, long size) {
        return new Volume(messages, messages * size);
    }

    private int count(Topic topic, Role role) {
        return (int) seats.stream()
                .filter(seat -> seat.topic().equals(topic.name()) && seat.role() == role)
                .count();
    }

    private RegistrationStatus end(Seat seat, long run) {
        Topic topic = topics.stream()
                .filter(one -> one.name().equals(seat.topic()))
                .findFirst()
                .orElseThrow();
        boolean subscriber = seat.role() == Role.SUBSCRIBER;
        return new RegistrationStatus(
                topic.name(),
                seat.role(),
                seat.node(),
                "127.0.0.1:40000",
                topic.rate() > 0,
                volume(topic.rate() * run, topic.size()),
                subscriber ? waiting(topic, run) : Volume.NONE,
                subscriber ? volume(topic.lost() * run, topic.size()) : Volume.NONE);
    }
}
