package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import io.zrs.protocol.Result;
import io.zrs.protocol.json.ClientMessage;
import io.zrs.protocol.json.JsonCodec;
import io.zrs.protocol.legacy.LegacyCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * A master that speaks as a zrs master does and, unlike a real one, misbehaves when told to. Its sockets are ZeroMQ's own,
 * and belong to its thread.
 */
final class ScriptedMaster implements AutoCloseable {
    private static final int TICK_MILLIS = 5;
    private static final String ERROR = "ERROR ";
    private static final Set<String> BEATS = Set.of("heartbeat", "statistics");

    private final ZMQ.Context context = ZMQ.context(1);
    private final ZMQ.Socket control = context.socket(SocketType.ROUTER);
    private final ScriptedTopics topics = new ScriptedTopics(context);
    private final ScriptedAnswers answers = new ScriptedAnswers(topics);
    private final int port;
    private final Thread thread;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final Queue<ClientMessage.Answer> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Push> pushes = new ConcurrentLinkedQueue<>();
    private final List<byte[]> peers = new ArrayList<>();

    private volatile Function<String, Optional<String>> script;
    private volatile boolean stopped;

    /** On a free port. */
    ScriptedMaster() {
        this(0);
    }

    /** On this port. */
    ScriptedMaster(int wantedPort) {
        this(wantedPort, request -> null);
    }

    /** On this port, answering by this script from the first request on; see {@link #answerBy}. */
    ScriptedMaster(int wantedPort, Function<String, Optional<String>> script) {
        this.script = script;
        control.setLinger(0);
        port = ScriptedTopics.bind(control, wantedPort);
        thread = new Thread(this::run, "scripted-master");
        thread.start();
    }

    MasterAddress address() {
        return new MasterAddress("127.0.0.1", port);
    }

    /** Every request so far: protocol 1 as it came, protocol 2 as {@link ScriptedAnswers#describe} has it, less what heartbeats ask. */
    List<String> requests() {
        return requests.stream().filter(request -> !BEATS.contains(request)).toList();
    }

    /** Every request of protocol 2 so far that is of this kind. */
    <T extends Operation> List<T> operations(Class<T> kind) {
        Stream<Operation> all = operations.stream();
        return all.filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What a zrs master answers. */
    ScriptedAnswers answers() {
        return answers;
    }

    /** The data ports. */
    ScriptedTopics topics() {
        return topics;
    }

    /** Every frame that came in on a data port and went out, as text. */
    List<String> carried() {
        return topics.texts();
    }

    int carriedCount() {
        return topics.carried().size();
    }

    /** The answers to pushes so far. */
    List<ClientMessage.Answer> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Says this to everybody who has asked something in protocol 2. */
    void push(Push push) {
        pushes.add(push);
    }

    /**
     * Answers by {@code newScript} instead: empty is silence, and null means as usual. To a request of protocol 2, it can say
     * nothing but {@code ERROR reason}.
     */
    void answerBy(Function<String, Optional<String>> newScript) {
        script = newScript;
    }

    /** Whether it subscribes at publishers; off delays those that come until it is on. */
    void opensIngress(boolean opens) {
        topics.opensIngress = opens;
    }

    void readsIngress(boolean reads) {
        topics.readsIngress = reads;
    }

    /** Whether it answers the subscriber gate; off delays the answers until it is on. */
    void answersGate(boolean answersIt) {
        topics.answersGate = answersIt;
    }

    private void run() {
        while (!stopped) {
            boolean idle = !serveControl();
            idle &= !topics.serve();
            for (Push push = pushes.poll(); push != null; push = pushes.poll()) {
                String text = JsonCodec.encodePush(push);
                peers.forEach(peer -> {
                    control.sendMore(peer);
                    control.send(text);
                });
            }
            if (idle) {
                pause();
            }
        }
        control.close();
        topics.close();
        context.term();
    }

    /** ZeroMQ's poller cannot be woken by a change of the script: the tick stands in for that. */
    private void pause() {
        List<ZMQ.Socket> sockets = new ArrayList<>(topics.sockets());
        sockets.add(control);
        try (ZMQ.Poller poller = context.poller(sockets.size())) {
            sockets.forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
            poller.poll(TICK_MILLIS);
        }
    }

    private boolean serveControl() {
        byte[] peer = control.recv(ZMQ.DONTWAIT);
        if (peer == null) {
            return false;
        }
        control.recv();
        String request = control.recvStr();
        Optional<String> reply = request.startsWith("{") ? answerTwo(request, peer) : answerOne(request);
        reply.ifPresent(text -> {
            control.sendMore(peer);
            control.sendMore("");
            control.send(text);
        });
        return true;
    }

    private Optional<String> answerTwo(String text, byte[] peer) {
        ClientMessage message = JsonCodec.decodeRequest(text);
        if (message instanceof ClientMessage.Answer answer) {
            acknowledged.add(answer);
            return Optional.empty();
        }
        if (!(message instanceof ClientMessage.Request request)) {
            return Optional.of(JsonCodec.encodeReply(message.id(), ((ClientMessage.Unreadable) message).answer()));
        }
        Operation operation = request.operation();
        String description = ScriptedAnswers.describe(operation);
        operations.add(operation);
        requests.add(description);
        if (operation instanceof Operation.Join || operation instanceof Operation.Events) {
            peers.add(peer);
        }
        Optional<String> scripted = script.apply(description);
        if (scripted == null) {
            return Optional.of(JsonCodec.encodeReply(request.id(), answers.answer(operation)));
        }
        return scripted.map(reply -> JsonCodec.encodeReply(
                request.id(), new Result.Refused(ErrorCode.REFUSED, reply.substring(ERROR.length()))));
    }

    private Optional<String> answerOne(String text) {
        requests.add(text);
        Optional<String> scripted = script.apply(text);
        return scripted == null ? Optional.of(usual(LegacyCodec.decodeRequest(text))) : scripted;
    }

    private String usual(Request request) {
        if (request instanceof Request.Hello) {
            return JsonCodec.encode(new Reply.Welcome(2, "scripted"));
        }
        if (request instanceof Request.Publish publish) {
            return granted(topics.ingressPort(publish.topic()));
        }
        if (request instanceof Request.Subscribe subscribe) {
            return granted(topics.egressPort(subscribe.topic()));
        }
        if (request instanceof Request.ListTopics) {
            return LegacyCodec.encodeReply(new Reply.Topics(List.<TopicName>copyOf(answers.published())));
        }
        return LegacyCodec.encodeReply(new Reply.Acknowledged());
    }

    private static String granted(int dataPort) {
        return LegacyCodec.encodeReply(new Reply.Granted(dataPort));
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
