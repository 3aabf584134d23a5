package io.zrs.protocol.json;

import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.TopicStatus;
import io.zrs.protocol.Result;
import java.util.Base64;
import java.util.OptionalLong;

/** Writes replies. */
final class ResultWriter {
    private ResultWriter() {}

    static String write(long id, Result result) {
        JsonWriter out = new JsonWriter().begin().field(Member.ID, id);
        if (result instanceof Result.Refused r) {
            out.field(Member.OK, false)
                    .begin(Member.ERROR)
                    .field(Member.CODE, r.code().wireName())
                    .field(Member.MESSAGE, r.message())
                    .end();
        } else {
            granted(out.field(Member.OK, true), result);
        }
        return out.end().toString();
    }

    private static void granted(JsonWriter out, Result result) {
        if (result instanceof Result.Joined r) {
            out.field(Member.HEARTBEAT, r.heartbeatSeconds())
                    .field(Member.TIMEOUT, r.timeoutSeconds())
                    .field(Member.MAX_MESSAGE, r.maxMessageBytes());
        } else if (result instanceof Result.Port r) {
            out.field(Member.PORT, r.port());
        } else if (result instanceof Result.Received r) {
            out.field(Member.RECEIVED, r.messages());
        } else if (result instanceof Result.Losses r) {
            losses(out, r);
        } else if (result instanceof Result.Sampled r) {
            sample(out, r);
        } else if (result instanceof Result.Pong r) {
            out.field(Member.INSTANCE, r.instance())
                    .field(Member.VIA, r.byNode() ? Word.VIA_NODE : Word.VIA_CONNECTION)
                    .field(Member.TIME_NS, r.nanos());
        } else if (result instanceof Result.Stopping r) {
            out.field(Member.INSTANCE, r.instance());
        } else {
            page(out, result);
        }
    }

    private static void page(JsonWriter out, Result result) {
        if (result instanceof Result.TopicPage r) {
            topics(out, r);
        } else if (result instanceof Result.NodePage r) {
            nodes(out, r);
        } else if (result instanceof Result.GraphPage r) {
            graph(out, r);
        } else if (result instanceof Result.StatisticsPage r) {
            statistics(out, r);
        }
    }

    private static void losses(JsonWriter out, Result.Losses losses) {
        out.beginList(Member.LOST);
        for (Result.Lost lost : losses.lost()) {
            ModelWriter.end(out.begin(), lost.topic(), lost.role());
            ModelWriter.volume(out, Member.MESSAGES, Member.BYTES, lost.amount())
                    .end();
        }
        out.endList();
    }

    private static void sample(JsonWriter out, Result.Sampled sample) {
        out.begin(Member.SAMPLE)
                .field(Member.SIZE, sample.size())
                .field(Member.AGE_MS, sample.ageMillis())
                .field(Member.DATA, Base64.getEncoder().encodeToString(sample.head()))
                .end();
    }

    private static void topics(JsonWriter out, Result.TopicPage page) {
        out.beginList(Member.TOPICS);
        for (TopicStatus topic : page.topics()) {
            ModelWriter.topic(out.begin(), topic);
            out.end();
        }
        next(out.endList().field(Member.STAMP, page.stamp()), page.next());
    }

    private static void nodes(JsonWriter out, Result.NodePage page) {
        out.beginList(Member.NODES);
        for (NodeInfo node : page.nodes()) {
            ModelWriter.node(out.begin(), node);
            out.end();
        }
        next(out.endList(), page.next());
    }

    private static void graph(JsonWriter out, Result.GraphPage page) {
        out.beginList(Member.REGISTRATIONS);
        for (Result.Seat seat : page.seats()) {
            ModelWriter.end(out.begin(), seat.topic(), seat.role());
            ModelWriter.id(out, seat.node()).end();
        }
        next(out.endList(), page.next());
    }

    private static void statistics(JsonWriter out, Result.StatisticsPage page) {
        ModelWriter.master(out.begin(Member.MASTER), page.master());
        out.end().beginList(Member.REGISTRATIONS);
        for (RegistrationStatus registration : page.registrations()) {
            ModelWriter.registration(out.begin(), registration);
            out.end();
        }
        next(out.endList(), page.next());
    }

    private static void next(JsonWriter out, OptionalLong next) {
        if (next.isPresent()) {
            out.field(Member.NEXT, next.getAsLong());
        }
    }
}
