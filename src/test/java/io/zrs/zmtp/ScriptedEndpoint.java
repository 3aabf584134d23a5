package io.zrs.zmtp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A listening port that writes down what happens on it. */
final class ScriptedEndpoint implements ZmtpEndpoint {
    static final int MAX_MESSAGE = 1 << 20;

    final List<RecordingHandler> handlers = new ArrayList<>();
    final List<CloseReason> refused = new ArrayList<>();
    private final SocketType type;
    private final long queueBytes;
    private final boolean mayDrop;
    private final Function<ZmtpConnection, RecordingHandler> script;

    ScriptedEndpoint(SocketType type) {
        this(type, 1 << 20, true, RecordingHandler::new);
    }

    ScriptedEndpoint(
            SocketType type, long queueBytes, boolean mayDrop, Function<ZmtpConnection, RecordingHandler> script) {
        this.type = type;
        this.queueBytes = queueBytes;
        this.mayDrop = mayDrop;
        this.script = script;
    }

    /** The handler of the latest connection. */
    RecordingHandler handler() {
        return handlers.get(handlers.size() - 1);
    }

    @Override
    public SocketType socketType() {
        return type;
    }

    @Override
    public int maxMessageBytes() {
        return MAX_MESSAGE;
    }

    @Override
    public String maxMessageOption() {
        return "--max-message";
    }

    @Override
    public long queueBytes() {
        return queueBytes;
    }

    @Override
    public boolean mayDrop() {
        return mayDrop;
    }

    @Override
    public ConnectionHandler opened(ZmtpConnection connection) {
        handlers.add(script.apply(connection));
        return handler();
    }

    @Override
    public void refused(ZmtpConnection connection, CloseReason reason) {
        refused.add(reason);
    }
}
