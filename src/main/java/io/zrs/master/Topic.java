package io.zrs.master;

import io.zrs.model.Role;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.protocol.Reply;
import io.zrs.registry.Registration;
import io.zrs.zmtp.Chunk;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.FrameSieve;
import io.zrs.zmtp.Frames;
import io.zrs.zmtp.ZmtpConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** One topic at work: its data connections, and the relay from publishers to subscribers. */
final class Topic {
    private final TopicName name;
    private final TopicContext context;
    private final FrameSieve sieve;
    private final TopicTraffic traffic = new TopicTraffic();
    private final List<SubscriberLink> subscribers = new ArrayList<>();
    private final Map<Role, Reply.Granted> ports = new HashMap<>();
    private final Latch latch;
    private final Opening opening;
    private final SampleTaker sampler;
    private final Patience patience;
    private final List<Receipt> receipts = new ArrayList<>();
    private boolean asking;
    private boolean hasMessage;
    private long lastMessageAt;
    private long misdirected;
    private String misdirectedFrom = "";

    Topic(TopicName name, TopicContext context) {
        this.name = name;
        this.context = context;
        this.sieve = new TopicSieve(name);
        this.patience = new Patience(subscribers, context.zmtp().backlog());
        this.latch = new Latch(name, context);
        this.opening = new Opening(context.openings());
        this.sampler = new SampleTaker(name);
    }

    TopicName name() {
        return name;
    }

    FrameSieve sieve() {
        return sieve;
    }

    long now() {
        return context.zmtp().now();
    }

    /** Keeps the last message for later subscribers; to be turned on when somebody wants it. */
    Latch latch() {
        return latch;
    }

    /** Holds its patient publishers back while a subscriber is behind. */
    Patience patience() {
        return patience;
    }

    /** Its first messages, for followers. */
    Opening opening() {
        return opening;
    }

    /** From now on publishers are asked whose they are: one of the topic's nodes knows the answer. */
    void askPublishers() {
        if (!asking) {
            asking = true;
            traffic.links().forEach(TopicLink::ask);
        }
    }

    boolean isAsking() {
        return asking;
    }

    /** The port of one end, or null while nobody has asked for it. */
    Reply.Granted port(Role role) {
        return ports.get(role);
    }

    void opened(Role role, int port) {
        ports.put(role, new Reply.Granted(port));
    }

    /** Hands a run of whole messages to every subscriber. A subscriber whose connection breaks here leaves the list. */
    void forward(PublisherLink from, Chunk chunk, int start, int end, int count) {
        for (int i = subscribers.size() - 1; i >= 0; i--) {
            subscribers.get(i).deliver(chunk, start, end, count);
        }
        if (patience.isOn()) {
            patience.check();
        }
        hasMessage = true;
        lastMessageAt = now();
        if (opening.isOn()) {
            opening.keep(chunk, start, end, count, lastMessageAt);
        }
        if (latch.isOn() || sampler.isDue()) {
            keepLast(chunk, start, end, count);
        }
        if (!receipts.isEmpty()) {
            checkReceipts(from, count);
        }
    }

    /** Who sends without having said whose it is will not say it any more, which all may have waited for. */
    private void checkReceipts(PublisherLink from, int count) {
        if (!from.hasMark() && from.connection().traffic().messagesIn() == count) {
            checkReceipts();
            return;
        }
        for (int i = receipts.size() - 1; i >= 0; i--) {
            if (i < receipts.size() && receipts.get(i).isFor(from.owner())) { // one may have taken others with it
                receipts.get(i).check();
            }
        }
    }

    private void keepLast(Chunk chunk, int start, int end, int count) {
        int last = start;
        for (int i = 1; i < count; i++) {
            last = Frames.messageEnd(chunk.bytes(), last);
        }
        if (latch.isOn()) {
            latch.keep(chunk, last, end);
        }
        if (sampler.isDue()) {
            sampler.take(chunk.bytes(), last, lastMessageAt);
        }
    }

    void joined(PublisherLink link) {
        remember(link);
    }

    void joined(SubscriberLink link) {
        link.index = subscribers.size();
        subscribers.add(link);
        remember(link);
    }

    private void remember(TopicLink link) {
        traffic.opened(link);
        traffic.carried(
                link,
                context.registry()
                        .dataOpened(
                                link.id(), link.role(), name, link.connection().remoteHost()));
    }

    /** The registry has found whose this connection is. */
    void carried(Registration registration, long data) {
        TopicLink link = traffic.link(data);
        if (link != null) {
            traffic.carried(link, registration);
        }
    }

    /** A connection says whose it is: the node's of this instance. */
    void identified(TopicLink link, String instance) {
        traffic.identified(link);
        traffic.carried(link, context.registry().identified(link.id(), instance));
        checkReceipts();
    }

    /** The data connection of this number; null if there is none. */
    ZmtpConnection connection(long data) {
        TopicLink link = traffic.link(data);
        return link == null ? null : link.connection();
    }

    void left(PublisherLink link, CloseReason reason) {
        if (link.isPatient()) {
            patience.remove(link);
        }
        forget(link, reason);
        checkReceipts();
    }

    void left(SubscriberLink link, CloseReason reason) {
        // The last one takes the place, which forward() has visited already: nobody is left out and nobody served
        // twice.
        SubscriberLink last = subscribers.remove(subscribers.size() - 1);
        if (last != link) {
            subscribers.set(link.index, last);
            last.index = link.index;
        }
        patience.left(link);
        forget(link, reason);
    }

    private void forget(TopicLink link, CloseReason reason) {
        if (reason.kind() == CloseReason.Kind.VIOLATION) {
            context.reports().refused(reason.text(), link.connection().remote());
        }
        traffic.closed(link);
        if (!reason.equals(CloseReason.SHUTDOWN)) {
            context.registry().dataClosed(link.id());
        }
    }

    void misdirected(ZmtpConnection from) {
        misdirected++;
        if (misdirected == 1) {
            misdirectedFrom = from.remote();
        }
    }

    void lost(SubscriberLink link, Losses losses) {
        context.reports()
                .now(new MasterEvent.Lost(name, link.name(), losses.messages(), losses.bytes(), losses.reason()));
        if (losses.isBeginning()) {
            context.losses().lossBegan(name, link.owner(), losses.messages(), losses.bytes(), losses.reason());
        }
    }

    /** Reports what was gathered since the last time; to be called once a second. */
    void report() {
        if (misdirected > 0) {
            context.reports().now(new MasterEvent.Misdirected(name, misdirectedFrom, misdirected));
            misdirected = 0;
        }
        for (SubscriberLink link : subscribers) {
            link.reportLosses();
        }
        latch.report(context.reports());
        sampler.tick();
        opening.tick(now());
    }

    /** What went over the topic so far. */
    TopicVolume volume() {
        OptionalLong idleMillis = hasMessage
                ? OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(now() - lastMessageAt))
                : OptionalLong.empty();
        return new TopicVolume(traffic.in(), traffic.out(), traffic.lost(), traffic.waiting(), idleMillis);
    }

    TopicTraffic traffic() {
        return traffic;
    }

    /** What went over the topic for one registration so far, over all its data connections. */
    RegistrationVolume volumeOf(Registration registration) {
        return traffic.of(registration);
    }

    /** The beginning of a message that came not long ago: the latched one, else one of the last second that had any. */
    Optional<Sample> sample() {
        return latch.sample().or(() -> sampler.sample(now()));
    }

    /**
     * Waits until so many messages have come from a publisher, or its data connection has ended; both may be so already.
     *
     * @param done told once how many came: in this call, later, or when the caller ends the wait
     */
    Receipt awaitReceived(Registration publisher, long sent, LongConsumer done) {
        Receipt receipt = new Receipt(this, publisher, sent, done);
        receipts.add(receipt);
        receipt.check();
        return receipt;
    }

    private void checkReceipts() {
        if (!receipts.isEmpty()) {
            List.copyOf(receipts).forEach(Receipt::check);
        }
    }

    /** The connection that carries this registration; null if none does. */
    TopicLink linkOf(Registration registration) {
        TopicLink link = traffic.link(registration.data());
        return link != null && link.isCarrying(registration) ? link : null;
    }

    /** Whether a publisher's connection may still say whose it is. */
    boolean expectsMark() {
        for (TopicLink link : traffic.links()) {
            if (link.role() == Role.PUBLISHER && link.mayBeMarked()) {
                return true;
            }
        }
        return false;
    }

    void over(Receipt receipt) {
        receipts.remove(receipt);
    }
}
