package io.zrs.protocol.json;

import io.zrs.model.GraphEvent;
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
import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import io.zrs.protocol.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Values of every kind, with what is awkward to write among them. */
final class RandomValues {
    private static final String[] PIECES = {
        "a",
        "/",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "'",
        "\u00fc",
        "\u007e",
        "\ud83d\ude00",
        "\u202e",
        "null",
        "\\u0000",
        "&",
        "</script>",
        "\u3042",
        "0",
        "x".repeat(30)
    };
    private static final String INSTANCE = "abcXYZ0189!#$%&'()*+,-./:;<=>?@[]^_`{|}~";

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    Operation operation() {
        return switch (random.nextInt(15)) {
            case 0 -> new Operation.Join(id(), details());
            case 1 -> new Operation.Leave();
            case 2 -> new Operation.Advertise(topic(), flag());
            case 3 -> new Operation.Subscribe(topic());
            case 4 -> new Operation.Withdraw(topic(), role(), perhapsAmount());
            case 5 -> new Operation.Heartbeat(list(() -> new Operation.Loss(topic(), role(), amount())));
            case 6 -> new Operation.Topics(perhaps(this::topic), amount());
            case 7 -> new Operation.Nodes(perhaps(this::name), amount());
            case 8 -> new Operation.Graph(amount());
            case 9 ->
                new Operation.Statistics(perhaps(this::topic), perhaps(this::name), perhaps(this::instance), amount());
            case 10 -> new Operation.TakeSample(topic());
            case 11 -> new Operation.Ping(name(), perhaps(this::instance));
            case 12 -> new Operation.Stop(name(), perhaps(this::instance), line());
            case 13 -> new Operation.Evict(id());
            default -> new Operation.Events(flag());
        };
    }

    /** A result that answers {@code operation}. */
    Result result(Operation operation) {
        if (operation instanceof Operation.Join) {
            return new Result.Joined(1 + random.nextInt(100), 1 + count(), 1 + count());
        }
        if (operation instanceof Operation.Advertise || operation instanceof Operation.Subscribe) {
            return new Result.Port(1 + random.nextInt(65535));
        }
        if (operation instanceof Operation.Withdraw) {
            return flag() ? new Result.Done() : new Result.Received(amount());
        }
        if (operation instanceof Operation.Heartbeat) {
            return new Result.Losses(list(() -> new Result.Lost(topic(), role(), volume())));
        }
        if (operation instanceof Operation.Topics) {
            return new Result.TopicPage(list(this::topicStatus), random.nextLong(), perhapsAmount());
        }
        if (operation instanceof Operation.Nodes) {
            return new Result.NodePage(list(this::nodeInfo), perhapsAmount());
        }
        if (operation instanceof Operation.Graph) {
            return new Result.GraphPage(list(() -> new Result.Seat(topic(), role(), id())), perhapsAmount());
        }
        if (operation instanceof Operation.Statistics) {
            return new Result.StatisticsPage(master(), list(this::registration), perhapsAmount());
        }
        if (operation instanceof Operation.TakeSample) {
            byte[] head = new byte[random.nextInt(100)];
            random.nextBytes(head);
            return new Result.Sampled(head.length + random.nextInt(1000), head, amount());
        }
        if (operation instanceof Operation.Ping) {
            return new Result.Pong(instance(), flag(), amount());
        }
        return operation instanceof Operation.Stop ? new Result.Stopping(instance()) : new Result.Done();
    }

    Push push() {
        return switch (random.nextInt(3)) {
            case 0 -> new Push.Ping(messageId());
            case 1 -> new Push.Stop(messageId(), line());
            default -> new Push.Event(event(), stamp());
        };
    }

    private GraphEvent event() {
        return switch (random.nextInt(7)) {
            case 0 -> new GraphEvent.NodeJoined(nodeInfo());
            case 1 -> new GraphEvent.NodeLeft(id(), line());
            case 2 -> new GraphEvent.TopicAdded(topic());
            case 3 -> new GraphEvent.TopicRemoved(topic());
            case 4 -> new GraphEvent.Registered(topic(), role(), id());
            case 5 -> new GraphEvent.Withdrawn(topic(), role(), id(), line());
            default -> new GraphEvent.LossBegan(topic(), role(), id(), volume(), line());
        };
    }

    long messageId() {
        return Math.min(amount(), JsonCodec.MAX_ID);
    }

    private TopicStatus topicStatus() {
        return new TopicStatus(
                topic(), count(), count(), flag(), flag(), volume(), volume(), volume(), volume(), perhapsAmount());
    }

    private NodeInfo nodeInfo() {
        return new NodeInfo(id(), 1 + random.nextInt(2), "127.0.0." + random.nextInt(255), details(), count());
    }

    private RegistrationStatus registration() {
        return new RegistrationStatus(topic(), role(), id(), "[::1]:40000", flag(), volume(), volume(), volume());
    }

    private MasterStatus master() {
        return new MasterStatus(
                "0." + random.nextInt(100),
                amount(),
                amount(),
                random.nextLong(),
                count(),
                count(),
                count(),
                volume(),
                volume(),
                volume(),
                amount(),
                amount(),
                amount());
    }

    private NodeDetails details() {
        return new NodeDetails(flag() ? 0 : count(), line(), line(), line(), flag());
    }

    private NodeId id() {
        return new NodeId(name(), instance());
    }

    private NodeName name() {
        return new NodeName("n" + line() + " " + line() + "n");
    }

    private TopicName topic() {
        return new TopicName("t" + line());
    }

    private String instance() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(NodeId.MAX_INSTANCE_CHARS); i >= 0; i--) {
            text.append(INSTANCE.charAt(random.nextInt(INSTANCE.length())));
        }
        return text.toString();
    }

    private String line() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** To the microsecond, from 1900 to 2239. */
    private Instant stamp() {
        return Instant.ofEpochSecond((long) (random.nextDouble() * 10.7e9 - 2.2e9), 1000L * random.nextInt(1_000_000));
    }

    private Volume volume() {
        return new Volume(amount(), amount());
    }

    private long amount() {
        return flag() ? random.nextInt(3) : random.nextLong() >>> 1 + random.nextInt(63);
    }

    private int count() {
        return random.nextInt(1000);
    }

    private boolean flag() {
        return random.nextBoolean();
    }

    private Role role() {
        return flag() ? Role.PUBLISHER : Role.SUBSCRIBER;
    }

    private OptionalLong perhapsAmount() {
        return flag() ? OptionalLong.empty() : OptionalLong.of(amount());
    }

    private <T> Optional<T> perhaps(Supplier<T> supplier) {
        return flag() ? Optional.empty() : Optional.of(supplier.get());
    }

    private <T> List<T> list(Supplier<T> supplier) {
        return Stream.generate(supplier).limit(random.nextInt(4)).toList();
    }
}
