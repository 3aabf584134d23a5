package io.zrs.client;

import io.zrs.model.TopicName;
import io.zrs.protocol.NodeMark;
import io.zrs.protocol.SubscriptionGate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The data ports of a {@link ScriptedMaster}; the sockets belong to its thread. */
final class ScriptedTopics {
    private final ZMQ.Context context;
    private final Map<TopicName, Ports> topics = new LinkedHashMap<>();
    private final Queue<byte[]> carried = new ConcurrentLinkedQueue<>();
    private final Queue<String> marks = new ConcurrentLinkedQueue<>();
    private final Queue<String> gates = new ConcurrentLinkedQueue<>();

    volatile boolean opensIngress = true;
    volatile boolean readsIngress = true;
    volatile boolean answersGate = true;

    /** Set to end the publishers' connections, once; they may come back at once. */
    volatile boolean breaksIngress;

    /** A topic's sockets. */
    private static final class Ports {
        ZMQ.Socket ingress;
        ZMQ.Socket egress;
        int ingressPort;
        int egressPort;
        boolean ingressOpen;
        byte[] gateAsked;
        long received;
    }

    ScriptedTopics(ZMQ.Context context) {
        this.context = context;
    }

    static int bind(ZMQ.Socket socket, int wantedPort) {
        socket.bind("tcp://127.0.0.1:" + (wantedPort == 0 ? "*" : wantedPort));
        String endpoint = socket.getLastEndpoint();
        return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    }

    Queue<byte[]> carried() {
        return carried;
    }

    /** Whose publisher connections are, as they said. */
    List<String> marks() {
        return List.copyOf(marks);
    }

    /** Whose subscriber connections are, as they said; plain ones as an empty text. */
    List<String> gates() {
        return List.copyOf(gates);
    }

    int ingressPort(TopicName topic) {
        Ports ports = topics.computeIfAbsent(topic, t -> new Ports());
        if (ports.ingress == null) {
            openIngress(ports, 0);
        }
        return ports.ingressPort;
    }

    private void openIngress(Ports ports, int port) {
        ports.ingress = context.socket(SocketType.SUB);
        ports.ingress.setLinger(0);
        ports.ingress.setRcvHWM(10);
        ports.ingress.setReceiveBufferSize(16 << 10);
        ports.ingress.subscribe(NodeMark.prefix());
        ports.ingressPort = bind(ports.ingress, port);
        ports.ingressOpen = false;
    }

    private void breakIngress() {
        breaksIngress = false;
        for (Ports ports : topics.values()) {
            ports.ingress.close();
            while (!reopenIngress(ports)) {
                Thread.onSpinWait();
            }
        }
    }

    /** ZeroMQ closes in its own time: the port may not be free yet. */
    private boolean reopenIngress(Ports ports) {
        try {
            openIngress(ports, ports.ingressPort);
            return true;
        } catch (ZMQException e) {
            ports.ingress.close();
            if (e.getErrorCode() != ZMQ.Error.EADDRINUSE.getCode()) {
                throw e;
            }
            return false;
        }
    }

    int egressPort(TopicName topic) {
        Ports ports = topics.computeIfAbsent(topic, t -> new Ports());
        if (ports.egress == null) {
            ports.egress = context.socket(SocketType.XPUB);
            ports.egress.setLinger(0);
            ports.egress.setSndHWM(0);
            ports.egress.setXpubVerbose(true);
            ports.egressPort = bind(ports.egress, 0);
        }
        return ports.egressPort;
    }

    /** How many messages came on a topic. */
    long received(TopicName topic) {
        Ports ports = topics.get(topic);
        return ports == null ? 0 : ports.received;
    }

    List<ZMQ.Socket> sockets() {
        List<ZMQ.Socket> sockets = new ArrayList<>();
        topics.values().forEach(ports -> {
            if (ports.ingress != null && readsIngress) {
                sockets.add(ports.ingress);
            }
            if (ports.egress != null) {
                sockets.add(ports.egress);
            }
        });
        return sockets;
    }

    /** Does what there is to do now; false if that was nothing. */
    boolean serve() {
        boolean busy = false;
        if (breaksIngress) {
            breakIngress();
        }
        for (Map.Entry<TopicName, Ports> entry : topics.entrySet()) {
            busy |= serve(entry.getKey(), entry.getValue());
        }
        return busy;
    }

    private boolean serve(TopicName topic, Ports ports) {
        boolean busy = false;
        if (ports.egress != null) {
            byte[] subscription = ports.egress.recv(ZMQ.DONTWAIT);
            if (subscription != null) {
                busy = true;
                onSubscription(subscription, ports);
            }
            if (ports.gateAsked != null && answersGate) {
                ports.egress.send(SubscriptionGate.answer(ports.gateAsked, topic));
                ports.gateAsked = null;
            }
        }
        if (ports.ingress != null && opensIngress && !ports.ingressOpen) {
            ports.ingressOpen = true;
            ports.ingress.subscribe(topic.bytes());
        }
        if (ports.ingress != null && !readsIngress) {
            // Has ZeroMQ welcome those that connect meanwhile.
            ports.ingress.getEvents();
        }
        return (ports.ingress != null && readsIngress && forward(ports)) || busy;
    }

    private void onSubscription(byte[] subscription, Ports ports) {
        byte[] prefix = Arrays.copyOfRange(subscription, 1, subscription.length);
        if (subscription[0] == 1 && SubscriptionGate.isAskedBy(prefix)) {
            ports.gateAsked = prefix;
            String instance = SubscriptionGate.instanceIn(prefix);
            gates.add(instance == null ? "" : instance);
        }
    }

    private boolean forward(Ports ports) {
        byte[] frame = ports.ingress.recv(ZMQ.DONTWAIT);
        if (frame == null) {
            return false;
        }
        if (NodeMark.instanceIn(frame) != null) {
            marks.add(NodeMark.instanceIn(frame) + (NodeMark.isPatient(frame) ? " patient" : ""));
            return true;
        }
        carried.add(frame);
        ports.received++;
        if (ports.egress != null) {
            ports.egress.send(frame);
        }
        return true;
    }

    /** Every frame that came in and went out, as text. */
    List<String> texts() {
        return carried.stream().map(f -> new String(f, StandardCharsets.UTF_8)).toList();
    }

    void close() {
        topics.values().forEach(ports -> {
            close(ports.ingress);
            close(ports.egress);
        });
    }

    private static void close(ZMQ.Socket socket) {
        if (socket != null) {
            socket.close();
        }
    }
}
