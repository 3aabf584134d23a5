package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.zmtp.ZmtpEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** Opens listening ports: the control port, and data ports from a range or wherever the system has one free. */
final class Ports {
    private static final int PENDING_CONNECTIONS = 1024;

    private final InetAddress address;
    private final PortRange dataPorts;
    private final Admission admission;
    private final EventLoop loop;
    private int nextOffset;

    Ports(InetAddress address, PortRange dataPorts, Admission admission, EventLoop loop) {
        this.address = address;
        this.dataPorts = dataPorts;
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
            throw new ZrsException(
                    ErrorCode.IO,
                    "cannot listen on " + address.getHostAddress() + ":" + port + ": " + Reasons.of(e),
                    "another master may run there: stop it, or take another port with --port",
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
        if (dataPorts == null) {
            try {
                return open(0, endpoint);
            } catch (IOException e) {
                throw new ZrsException(ErrorCode.REFUSED, "no free port: " + Reasons.of(e), "", e);
            }
        }
        return openInRange(endpoint);
    }

    private int openInRange(ZmtpEndpoint endpoint) {
        IOException last = null;
        for (int i = 0; i < dataPorts.size(); i++) {
            int port = dataPorts.first() + (nextOffset + i) % dataPorts.size();
            try {
                open(port, endpoint);
                nextOffset = port - dataPorts.first() + 1;
                return port;
            } catch (IOException e) {
                last = e;
            }
        }
        throw new ZrsException(
                ErrorCode.REFUSED,
                "no free port left in " + dataPorts.first() + "-" + dataPorts.last() + " (--data-ports)",
                "",
                last);
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
