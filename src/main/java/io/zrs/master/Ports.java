package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.zmtp.ZmtpEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.function.LongSupplier;

/**
 * Opens listening ports: the control port, and data ports from a range.
 *
 * <p>Without a range of the operator's own, data ports come from below those that Linux gives to outgoing connections
 * (32768 and up, {@code ip(7)}). A node that looks for its port again while the master is away could be given that very
 * port for its own end, be connected to itself, and keep the port from the master that comes back.
 */
final class Ports {
    private static final int PENDING_CONNECTIONS = 1024;
    private static final PortRange USUAL = new PortRange(20_000, 32_767);

    private final InetAddress address;
    private final PortRange chosen;
    private final PortSearch search;
    private final Admission admission;
    private final EventLoop loop;

    /**
     * Opens nothing yet.
     *
     * @param chosen where data ports come from; null takes the usual ones, and the system's when those are used up
     * @param clock nanoseconds from any fixed point, never going back
     */
    Ports(InetAddress address, PortRange chosen, Admission admission, EventLoop loop, LongSupplier clock) {
        this.address = address;
        this.chosen = chosen;
        this.search = new PortSearch(chosen == null ? USUAL : chosen, clock);
        this.admission = admission;
        this.loop = loop;
    }

    /**
     * Opens the control port.
     *
     * @param port 0 for any free one
     * @return the port
     * @throws ZrsException {@link ErrorCode#IO} if it cannot be had
     */
    int openControl(int port, ZmtpEndpoint endpoint) {
        try {
            return open(port, endpoint);
        } catch (IOException e) {
            String reason = Reasons.of(e);
            throw new ZrsException(
                    ErrorCode.IO,
                    "cannot listen on " + address.getHostAddress() + ":" + port + ": " + reason,
                    Reasons.remedy(reason),
                    e);
        }
    }

    /**
     * Opens a data port.
     *
     * @return the port
     * @throws ZrsException {@link ErrorCode#REFUSED} if there is none left
     */
    int openData(ZmtpEndpoint endpoint) {
        String refusal = admission.refusalOfPort();
        if (refusal != null) {
            throw new ZrsException(ErrorCode.REFUSED, refusal);
        }
        try {
            int port = search.next(wanted -> open(wanted, endpoint));
            if (port != 0) {
                return port;
            }
            if (chosen == null) {
                return open(0, endpoint);
            }
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.REFUSED, "no free port: " + Reasons.of(e), "", e);
        }
        throw new ZrsException(
                ErrorCode.REFUSED, "no free port left in " + chosen.first() + "-" + chosen.last() + " (--data-ports)");
    }

    /**
     * Opens a certain data port.
     *
     * @return null if it is open now; else why not, as in {@code "is taken"}
     */
    String openData(ZmtpEndpoint endpoint, int wanted) {
        if (chosen != null && !chosen.contains(wanted)) {
            return "is not within " + chosen.first() + "-" + chosen.last() + " (--data-ports)";
        }
        String refusal = admission.refusalOfPort();
        if (refusal != null) {
            return "cannot be opened: " + refusal;
        }
        try {
            open(wanted, endpoint);
        } catch (IOException e) {
            String reason = Reasons.of(e);
            return reason.equals(Reasons.TAKEN) ? "is taken" : "cannot be opened: " + reason;
        }
        search.opened(wanted);
        return null;
    }

    private int open(int port, ZmtpEndpoint endpoint) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(address, port), PENDING_CONNECTIONS);
            loop.listen(channel, endpoint);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        admission.portOpened();
        return channel.socket().getLocalPort();
    }
}
