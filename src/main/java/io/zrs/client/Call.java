package io.zrs.client;

import io.zrs.protocol.Operation;
import io.zrs.protocol.json.JsonCodec;
import io.zrs.protocol.json.MasterReply;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One request under way, and what came of it. Guarded by the lock of the link that it goes over. */
final class Call {
    /** For the connection that a greeting goes over, whichever it is. */
    static final long ANY = 0;

    private final Operation operation;
    private final long wanted;
    private final Consumer<Call> whenDone;
    private byte[] request;
    private long id;
    private long connection;
    private long losses;
    private boolean done;
    private String text;
    private MasterReply reply;

    private Call(Operation operation, long wanted, Consumer<Call> whenDone) {
        this.operation = operation;
        this.wanted = wanted;
        this.whenDone = whenDone;
    }

    /** A request of protocol 1, whose answer is the next thing that comes. */
    static Call text(String request, long connection) {
        Call call = new Call(null, connection, c -> {});
        call.request = request.getBytes(StandardCharsets.UTF_8);
        return call;
    }

    /** A request of protocol 2. {@code whenDone} is called with the link's lock held and must return at once. */
    static Call operation(Operation operation, long connection, Consumer<Call> whenDone) {
        return new Call(operation, connection, whenDone);
    }

    /** Gives a request of protocol 2 its number. */
    void number(long number) {
        if (operation != null) {
            id = number;
            request = JsonCodec.encodeRequest(number, operation).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Whether it is one of protocol 1, whose answer bears no number. */
    boolean isText() {
        return operation == null;
    }

    byte[] request() {
        return request;
    }

    long id() {
        return id;
    }

    /** Whether it may go over any connection. */
    boolean fitsAny() {
        return wanted == ANY;
    }

    /** Whether it may go over this connection: behind another one there may be another master. */
    boolean fits(long current) {
        return wanted == ANY || wanted == current;
    }

    /** It went over this connection, at so many losses of connections. */
    void sent(long over, long lossesBefore) {
        connection = over;
        losses = lossesBefore;
    }

    /** The connection that it went over. */
    long connection() {
        return connection;
    }

    /** Whether its connection was lost since. */
    boolean isLost(long lossesNow) {
        return losses != lossesNow;
    }

    void answered(String answer) {
        text = answer;
        end();
    }

    void answered(MasterReply answer) {
        reply = answer;
        end();
    }

    /** No answer comes any more. */
    void end() {
        done = true;
        whenDone.accept(this);
    }

    boolean isDone() {
        return done;
    }

    /** Whether it is done without an answer. */
    boolean isFailed() {
        return done && text == null && reply == null;
    }

    /** The answer to a request of protocol 1. */
    String text() {
        return text;
    }

    /** The answer to a request of protocol 2; null if there was none. */
    MasterReply reply() {
        return reply;
    }
}
