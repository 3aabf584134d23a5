package io.zrs.client;

import io.zrs.model.ZrsException;
import io.zrs.protocol.Push;
import io.zrs.protocol.json.JsonCodec;
import io.zrs.protocol.json.MasterMessage;
import io.zrs.protocol.json.MasterReply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The requests that wait for an answer on a link, whose lock guards them. Those of protocol 2 go side by side, as their
 * answers bear their numbers; one of protocol 1 goes alone.
 */
final class Calls {

    private final Consumer<Push> onPush;
    private final Map<Long, Call> numbered = new LinkedHashMap<>();
    private Call text;
    private long lastId;

    /** {@code onPush} takes what the master says unasked. */
    Calls(Consumer<Push> onPush) {
        this.onPush = onPush;
    }

    /** Whether a request may be sent now. */
    boolean admit(Call call) {
        return text == null && !(call.isText() && !numbered.isEmpty());
    }

    /** Gives a request its number. */
    void number(Call call) {
        call.number(++lastId);
    }

    /** A request was sent. */
    void add(Call call) {
        if (call.isText()) {
            text = call;
        } else {
            numbered.put(call.id(), call);
        }
    }

    boolean contains(Call call) {
        return text == call || numbered.containsValue(call);
    }

    /** Something came from the master. */
    void take(String message) {
        if (text != null) {
            Call call = text;
            text = null;
            call.answered(message);
            return;
        }
        try {
            MasterMessage decoded = JsonCodec.decodeIncoming(message);
            if (decoded instanceof MasterMessage.Pushed pushed) {
                onPush.accept(pushed.push());
            } else if (decoded instanceof MasterReply reply) {
                Call call = numbered.remove(reply.id());
                if (call != null) {
                    call.answered(reply);
                }
            }
        } catch (ZrsException e) {
            Log.get().log(System.Logger.Level.DEBUG, "the master says what cannot be understood", e);
        }
    }

    /** Ends those whose connection is gone; returns whether there were any. */
    boolean endLost(long losses) {
        List<Call> lost = new ArrayList<>();
        if (text != null && text.isLost(losses)) {
            lost.add(text);
        }
        for (Call call : numbered.values()) {
            if (call.isLost(losses)) {
                lost.add(call);
            }
        }
        lost.forEach(this::end);
        return !lost.isEmpty();
    }

    /** No answer to this one is waited for any more. */
    void end(Call call) {
        numbered.remove(call.id(), call);
        if (text == call) {
            text = null;
        }
        call.end();
    }
}
