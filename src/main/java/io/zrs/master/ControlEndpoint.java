package io.zrs.master;

import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.ConnectionHandler;
import io.zrs.zmtp.SocketType;
import io.zrs.zmtp.ZmtpConnection;
import io.zrs.zmtp.ZmtpEndpoint;
import java.util.function.LongSupplier;

/** The control port: requests in, replies out. */
final class ControlEndpoint implements ZmtpEndpoint {
    /** Enough for the longest reply, the map of a large system, beside a few others. */
    static final long QUEUE_BYTES = 32L << 20;

    /** A request is short and may cost a page of a list: those that come together are not answered in one go. */
    private static final int READ_BYTES = 4 << 10;

    private final Conductor conductor;
    private final int maxMessageBytes;
    private final LongSupplier ids;
    private final Reports reports;

    ControlEndpoint(Conductor conductor, int maxMessageBytes, LongSupplier ids, Reports reports) {
        this.conductor = conductor;
        this.maxMessageBytes = maxMessageBytes;
        this.ids = ids;
        this.reports = reports;
    }

    @Override
    public SocketType socketType() {
        return SocketType.ROUTER;
    }

    @Override
    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    @Override
    public String maxMessageOption() {
        return "--max-control";
    }

    @Override
    public int readBytes() {
        return READ_BYTES;
    }

    @Override
    public long queueBytes() {
        return QUEUE_BYTES;
    }

    @Override
    public boolean mayDrop() {
        return false;
    }

    @Override
    public ConnectionHandler opened(ZmtpConnection connection) {
        return new ControlSession(conductor, connection, ids.getAsLong(), reports);
    }

    @Override
    public void refused(ZmtpConnection connection, CloseReason reason) {
        if (reason.kind() == CloseReason.Kind.VIOLATION) {
            reports.refused(reason.text(), connection.remote());
        }
    }
}
