package io.zrs.master;

import io.zrs.zmtp.ZmtpConnection;
import io.zrs.zmtp.ZmtpContext;
import io.zrs.zmtp.ZmtpEndpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** A listening port in the event loop: takes connections as long as they may be had. */
final class Listener {
    /** So that a flood of connections cannot hold up those who are served. */
    private static final int MOST_AT_ONCE = 64;

    private static final int KEEPALIVE_IDLE_SECONDS = 4;
    private static final int KEEPALIVE_INTERVAL_SECONDS = 4;
    private static final int KEEPALIVE_PROBES = 2;

    private final ServerSocketChannel channel;
    private final ZmtpEndpoint endpoint;
    private final ZmtpContext context;
    private final Admission admission;
    private final Reports reports;
    private SelectionKey key;

    Listener(
            ServerSocketChannel channel,
            ZmtpEndpoint endpoint,
            ZmtpContext context,
            Admission admission,
            Reports reports) {
        this.channel = channel;
        this.endpoint = endpoint;
        this.context = context;
        this.admission = admission;
        this.reports = reports;
    }

    void registered(SelectionKey ownKey) {
        key = ownKey;
    }

    /** Accepts what is waiting. */
    void onReady(EventLoop loop) {
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            SocketChannel peer;
            try {
                peer = channel.accept();
            } catch (IOException e) {
                // Out of descriptors after all: the ready port would spin until one is free again.
                reports.refused("cannot accept: " + Reasons.of(e), "?");
                pause();
                return;
            }
            if (peer == null) {
                return;
            }
            try {
                admit(peer, loop);
            } catch (IOException e) {
                reports.refused("connection lost while it opened", "?");
            }
        }
    }

    private void admit(SocketChannel peer, EventLoop loop) throws IOException {
        String refusal = admission.refusalOfConnection();
        if (refusal != null) {
            reports.refused(refusal, String.valueOf(peer.getRemoteAddress()).replaceFirst("^.*/", ""));
            peer.close();
            return;
        }
        try {
            peer.configureBlocking(false);
            peer.setOption(StandardSocketOptions.TCP_NODELAY, true);
            keepAlive(peer);
            SelectionKey peerKey = loop.register(peer);
            InetSocketAddress remote = (InetSocketAddress) peer.getRemoteAddress();
            ZmtpConnection connection = new ZmtpConnection(peer, peerKey, remote, endpoint, context, loop::remove);
            loop.add(connection, peerKey);
        } catch (IOException e) {
            peer.close();
            throw e;
        }
    }

    /** Half-open connections of peers that know no PING are found by TCP itself, in 12 s: its timers may be an eighth late. */
    private static void keepAlive(SocketChannel peer) throws IOException {
        peer.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (peer.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            peer.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEPALIVE_IDLE_SECONDS);
            peer.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEPALIVE_INTERVAL_SECONDS);
            peer.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEPALIVE_PROBES);
        }
    }

    private void pause() {
        key.interestOps(0);
    }

    /** Accepts again after a pause. */
    void resume() {
        if (key.isValid() && key.interestOps() == 0) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // Nothing is lost with a port that does not close in order: the process ends.
        }
    }
}
