package io.zrs.client;

import io.zrs.model.TopicName;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import io.zrs.protocol.SubscriptionGate;
import io.zrs.protocol.json.JsonCodec;
import io.zrs.protocol.legacy.LegacyCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * A master that speaks as a zrs master does and, unlike a real one, misbehaves when told to. Its sockets are ZeroMQ's own,
 * and belong to its thread.
 */
final class ScriptedMaster implements AutoCloseable {
    private static final int TICK_MILLIS = 5;

    private final ZMQ.Context context = ZMQ.context(1);
    private final ZMQ.Socket control = context.socket(SocketType.ROUTER);
    private final int port;
    private final Thread thread;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<byte[]> carried = new ConcurrentLinkedQueue<>();
    private final Map<TopicName, Ports> topics = new LinkedHashMap<>();
    private final Set<TopicName> published = new LinkedHashSet<>();

    private volatile Function<String, Optional<String>> script;
    private volatile boolean opensIngress = true;
    private volatile boolean readsIngress = true;
    private volatile boolean answersGate = true;
    private volatile boolean stopped;

    /** A topic's sockets. */
    private static final class Ports {
        ZMQ.Socket ingress;
        ZMQ.Socket egress;
        int ingressPort;
        int egressPort;
        boolean ingressOpen;
        boolean gateAsked;
    }

    /** On a free port. */
    ScriptedMaster() {
        this(0);
    }

    /** On this port. */
    ScriptedMaster(int wantedPort) {
        control.setLinger(0);
        port = bind(control, wantedPort);
        script = this::answer;
        thread = new Thread(this::run, "scripted-master");
        thread.start();
    }

    private static int bind(ZMQ.Socket socket, int wantedPort) {
        socket.bind("tcp://127.0.0.1:" + (wantedPort == 0 ? "*" : wantedPort));
        String endpoint = socket.getLastEndpoint();
        return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    }

    MasterAddress address() {
        return new MasterAddress("127.0.0.1", port);
    }

    /** Every request so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Every frame that came in on a data port and went out, as text. */
    List<String> carried() {
        return carried.stream().map(f -> new String(f, StandardCharsets.UTF_8)).toList();
    }

    int carriedCount() {
        return carried.size();
    }

    /** Answers by {@code newScript} instead: empty is silence, and null means as usual. */
    void answerBy(Function<String, Optional<String>> newScript) {
        script = request -> {
            Optional<String> reply = newScript.apply(request);
            return reply == null ? answer(request) : reply;
        };
    }

    /** Whether it subscribes at publishers; off delays those that come until it is on. */
    void opensIngress(boolean opens) {
        opensIngress = opens;
    }

    void readsIngress(boolean reads) {
        readsIngress = reads;
    }

    /** Whether it answers the subscriber gate; off delays the answers until it is on. */
    void answersGate(boolean answers) {
        answersGate = answers;
    }

    private void run() {
        while (!stopped) {
            boolean idle = !serveControl();
            for (Map.Entry<TopicName, Ports> entry : topics.entrySet()) {
                idle &= !serveData(entry.getKey(), entry.getValue());
            }
            if (idle) {
                pause();
            }
        }
        control.close();
        topics.values().forEach(ports -> {
            close(ports.ingress);
            close(ports.egress);
        });
        context.term();
    }

    /** ZeroMQ's poller cannot be woken by a change of the script: the tick stands in for that. */
    private void pause() {
        List<ZMQ.Socket> sockets = new ArrayList<>(List.of(control));
        topics.values().forEach(ports -> {
            if (ports.ingress != null && readsIngress) {
                sockets.add(ports.ingress);
            }
            if (ports.egress != null) {
                sockets.add(ports.egress);
            }
        });
        try (ZMQ.Poller poller = context.poller(sockets.size())) {
            sockets.forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
            poller.poll(TICK_MILLIS);
        }
    }

    private static void close(ZMQ.Socket socket) {
        if (socket != null) {
            socket.close();
        }
    }

    private boolean serveControl() {
        byte[] peer = control.recv(ZMQ.DONTWAIT);
        if (peer == null) {
            return false;
        }
        control.recv();
        String request = control.recvStr();
        requests.add(request);
        script.apply(request).ifPresent(reply -> {
            control.sendMore(peer);
            control.sendMore("");
            control.send(reply);
        });
        return true;
    }

    private Optional<String> answer(String text) {
        Request request = LegacyCodec.decodeRequest(text);
        if (request instanceof Request.Hello) {
            return Optional.of(JsonCodec.encode(new Reply.Welcome(2, "scripted")));
        }
        if (request instanceof Request.Publish publish) {
            published.add(publish.topic());
            return Optional.of(LegacyCodec.encodeReply(new Reply.Granted(ingress(publish.topic()).ingressPort)));
        }
        if (request instanceof Request.Subscribe subscribe) {
            return Optional.of(LegacyCodec.encodeReply(new Reply.Granted(egress(subscribe.topic()).egressPort)));
        }
        if (request instanceof Request.ListTopics) {
            return Optional.of(LegacyCodec.encodeReply(new Reply.Topics(List.copyOf(published))));
        }
        return Optional.of(LegacyCodec.encodeReply(new Reply.Acknowledged()));
    }

    private Ports ingress(TopicName topic) {
        Ports ports = topics.computeIfAbsent(topic, t -> new Ports());
        if (ports.ingress == null) {
            ports.ingress = context.socket(SocketType.SUB);
            ports.ingress.setLinger(0);
            ports.ingress.setRcvHWM(10);
            ports.ingress.setReceiveBufferSize(16 << 10);
            ports.ingressPort = bind(ports.ingress, 0);
        }
        return ports;
    }

    private Ports egress(TopicName topic) {
        Ports ports = topics.computeIfAbsent(topic, t -> new Ports());
        if (ports.egress == null) {
            ports.egress = context.socket(SocketType.XPUB);
            ports.egress.setLinger(0);
            ports.egress.setSndHWM(0);
            ports.egress.setXpubVerbose(true);
            ports.egressPort = bind(ports.egress, 0);
        }
        return ports;
    }

    private boolean serveData(TopicName topic, Ports ports) {
        boolean busy = false;
        if (ports.egress != null) {
            byte[] subscription = ports.egress.recv(ZMQ.DONTWAIT);
            if (subscription != null) {
                busy = true;
                ports.gateAsked |= subscription[0] == 1
                        && SubscriptionGate.isAskedBy(Arrays.copyOfRange(subscription, 1, subscription.length));
            }
            if (ports.gateAsked && answersGate) {
                ports.gateAsked = false;
                ports.egress.send(SubscriptionGate.answer(topic));
            }
        }
        if (ports.ingress != null && opensIngress && !ports.ingressOpen) {
            ports.ingressOpen = true;
            ports.ingress.subscribe(topic.bytes());
        }
        return (ports.ingress != null && readsIngress && forward(ports)) || busy;
    }

    private boolean forward(Ports ports) {
        byte[] frame = ports.ingress.recv(ZMQ.DONTWAIT);
        if (frame == null) {
            return false;
        }
        carried.add(frame);
        if (ports.egress != null) {
            ports.egress.send(frame);
        }
        return true;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while a test cleaned up", e);
        }
    }
}
