package io.zrs.protocol.json;

import io.zrs.protocol.Operation;
import java.util.Optional;

/** Writes requests; members that say what is meant without them are left out. */
final class OperationWriter {
    private OperationWriter() {}

    static String write(long id, Operation operation) {
        JsonWriter out = new JsonWriter().begin();
        if (operation instanceof Operation.Join o) {
            join(open(out, Word.JOIN, id), o);
        } else if (operation instanceof Operation.Leave) {
            open(out, Word.LEAVE, id);
        } else if (operation instanceof Operation.Advertise o) {
            open(out, Word.ADVERTISE, id).field(Member.TOPIC, o.topic().value());
            flag(out, Member.LATCH, o.latch());
        } else if (operation instanceof Operation.Subscribe o) {
            open(out, Word.SUBSCRIBE, id).field(Member.TOPIC, o.topic().value());
        } else if (operation instanceof Operation.Withdraw o) {
            withdraw(open(out, Word.WITHDRAW, id), o);
        } else if (operation instanceof Operation.Heartbeat o) {
            heartbeat(open(out, Word.HEARTBEAT, id), o);
        } else if (operation instanceof Operation.Events o) {
            flag(open(out, Word.EVENTS, id), Member.END, o.end());
        } else {
            question(out, id, operation);
        }
        return out.end().toString();
    }

    private static void question(JsonWriter out, long id, Operation operation) {
        if (operation instanceof Operation.Topics o) {
            topics(open(out, Word.TOPICS, id), o);
        } else if (operation instanceof Operation.Nodes o) {
            nodes(open(out, Word.NODES, id), o);
        } else if (operation instanceof Operation.Graph o) {
            after(open(out, Word.GRAPH, id), o.after());
        } else if (operation instanceof Operation.Statistics o) {
            statistics(open(out, Word.STATISTICS, id), o);
        } else if (operation instanceof Operation.TakeSample o) {
            open(out, Word.SAMPLE, id).field(Member.TOPIC, o.topic().value());
        } else if (operation instanceof Operation.Ping o) {
            open(out, Word.PING, id).field(Member.NODE, o.node().value());
            instance(out, o.instance());
        } else if (operation instanceof Operation.Stop o) {
            stop(open(out, Word.STOP, id), o);
        } else if (operation instanceof Operation.Evict o) {
            ModelWriter.id(open(out, Word.EVICT, id), o.node());
        }
    }

    private static JsonWriter open(JsonWriter out, String operation, long id) {
        return out.field(Member.OP, operation).field(Member.ID, id);
    }

    private static void join(JsonWriter out, Operation.Join join) {
        out.begin(Member.NODE)
                .field(Member.NAME, join.node().name().value())
                .field(Member.INSTANCE, join.node().instance());
        ModelWriter.details(out, join.details());
        flag(out, Member.HIDDEN, join.details().hidden());
        out.end();
    }

    private static void withdraw(JsonWriter out, Operation.Withdraw withdraw) {
        ModelWriter.end(out, withdraw.topic(), withdraw.role());
        if (withdraw.sent().isPresent()) {
            out.field(Member.SENT, withdraw.sent().getAsLong());
        }
    }

    private static void heartbeat(JsonWriter out, Operation.Heartbeat heartbeat) {
        if (heartbeat.lost().isEmpty()) {
            return;
        }
        out.beginList(Member.LOST);
        for (Operation.Loss loss : heartbeat.lost()) {
            ModelWriter.end(out.begin(), loss.topic(), loss.role())
                    .field(Member.MESSAGES, loss.messages())
                    .end();
        }
        out.endList();
    }

    private static void topics(JsonWriter out, Operation.Topics topics) {
        if (topics.topic().isPresent()) {
            out.field(Member.TOPIC, topics.topic().get().value());
        }
        after(out, topics.after());
    }

    private static void nodes(JsonWriter out, Operation.Nodes nodes) {
        if (nodes.node().isPresent()) {
            out.field(Member.NODE, nodes.node().get().value());
        }
        after(out, nodes.after());
    }

    private static void statistics(JsonWriter out, Operation.Statistics statistics) {
        if (statistics.topic().isPresent()) {
            out.field(Member.TOPIC, statistics.topic().get().value());
        }
        if (statistics.node().isPresent()) {
            out.field(Member.NODE, statistics.node().get().value());
        }
        instance(out, statistics.instance());
        after(out, statistics.after());
    }

    private static void stop(JsonWriter out, Operation.Stop stop) {
        out.field(Member.NODE, stop.node().value());
        instance(out, stop.instance());
        if (!stop.reason().isEmpty()) {
            out.field(Member.REASON, stop.reason());
        }
    }

    private static void instance(JsonWriter out, Optional<String> instance) {
        if (instance.isPresent()) {
            out.field(Member.INSTANCE, instance.get());
        }
    }

    private static void after(JsonWriter out, long after) {
        if (after != 0) {
            out.field(Member.AFTER, after);
        }
    }

    private static void flag(JsonWriter out, String name, boolean flag) {
        if (flag) {
            out.field(name, true);
        }
    }
}
