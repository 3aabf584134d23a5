package io.zrs.cli.command;

import io.zrs.client.MasterClient;
import io.zrs.client.Node;
import io.zrs.client.Overflow;
import io.zrs.client.Subscription;
import io.zrs.client.SubscriptionOptions;
import io.zrs.client.TopicFinder;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.TopicPattern;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The topics that a command receives: those that are named, from the beginning, and those that patterns are for, as they appear.
 * Each is subscribed to once, whatever it is found by.
 */
public final class TopicSubscriptions implements AutoCloseable {
    /** What is for every topic. */
    public static final TopicPattern ALL = new TopicPattern("**");

    /** How many messages of each topic JeroMQ reads ahead: fewer cost more processor time each. */
    public static final int AHEAD = 4096;

    private static final int MESSAGES = 4096;
    private static final int LEAST_MESSAGES = 256;
    private static final long BYTES = 16L << 20;
    private static final long LEAST_BYTES = 64 << 10;
    private static final long PATIENCE_MILLIS = 1000;

    private final Context context;
    private final Node node;
    private final Subscriber subscriber;
    private final List<TopicWish> wild;
    private final long startMillis;
    private final Set<TopicName> taken = new HashSet<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Set<TopicWish> unmatched;
    private boolean failed;
    private TopicFinder finder;

    /** How a topic is subscribed to. */
    @FunctionalInterface
    public interface Subscriber {
        /**
         * Subscribes, on whatever thread found the topic.
         *
         * @param place 1 for the first topic, 2 for the second, and so on
         */
        Subscription subscribe(TopicName topic, int place);
    }

    /** Subscribes on {@code node}, for polling; to whatever one of {@code wild} is for once {@link #follow} was called. */
    public TopicSubscriptions(Context context, Node node, List<TopicPattern> wild) {
        this(
                context,
                node,
                wild.stream().map(TopicWish::of).toList(),
                (topic, place) -> node.subscribe(topic, room(place)));
    }

    /** As the other one, for who subscribes in a way of his own. */
    public TopicSubscriptions(Context context, Node node, List<TopicWish> wild, Subscriber subscriber) {
        this.context = context;
        this.node = node;
        this.wild = wild;
        this.subscriber = subscriber;
        unmatched = new HashSet<>(wild);
        startMillis = context.clock().millis();
    }

    /**
     * Subscribes to topics by their names. One that cannot be is told and left out, unless there is nothing else.
     *
     * @throws ZrsException what was wrong with the last, if none is left and no pattern either
     */
    public void name(Set<TopicName> names) {
        ZrsException last = null;
        for (TopicName topic : names) {
            try {
                add(topic);
            } catch (ZrsException e) {
                if (e.code() == ErrorCode.NO_MASTER || e.code() == ErrorCode.CLOSED) {
                    throw e;
                }
                last = e;
                failed = true;
                if (names.size() > 1 || !wild.isEmpty()) {
                    context.note(e.getMessage());
                }
            }
        }
        if (last != null && wild.isEmpty() && count() == 0) {
            throw last;
        }
        if (context.terminal().err()) {
            tellUnpublished(names);
        }
    }

    /** To somebody who sits there and may have mistyped a name. */
    private void tellUnpublished(Set<TopicName> names) {
        List<String> published = node.topics().stream().map(TopicName::value).toList();
        for (TopicName topic : names) {
            if (!published.contains(topic.value())) {
                String meant = NearMiss.of(topic.value(), published)
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("");
                context.note("nobody has published " + topic + " yet; waiting for it" + meant);
            }
        }
    }

    /** Whether there are patterns, and so topics to look for. */
    public boolean isFollowing() {
        return !wild.isEmpty();
    }

    /** Looks for topics from now on, if there are patterns, by a connection of its own. */
    public void follow(Supplier<MasterClient> master) {
        if (isFollowing()) {
            finder = new TopicFinder(master.get(), this::found, e -> context.note(e.getMessage()));
        }
    }

    private void found(TopicName topic) {
        boolean wanted = false;
        for (TopicWish wish : wild) {
            if (wish.includes().test(topic)) {
                wanted = true;
                matched(wish);
            }
        }
        if (wanted) {
            add(topic);
        }
    }

    private void add(TopicName topic) {
        int place;
        synchronized (this) {
            if (!taken.add(topic)) {
                return;
            }
            place = subscriptions.size() + 1;
        }
        try {
            // Not under the lock: this waits for the master, and messages must not.
            Subscription subscription = subscriber.subscribe(topic, place);
            synchronized (this) {
                subscriptions.add(subscription);
            }
        } catch (ZrsException e) {
            synchronized (this) {
                taken.remove(topic);
            }
            throw e;
        }
    }

    /**
     * What may wait of the topic that comes as so many-th: less of each, the more there are. What does not fit waits in the
     * master, which drops by its own bounds and counts.
     */
    private static SubscriptionOptions room(int place) {
        return new SubscriptionOptions(
                Math.max(LEAST_MESSAGES, MESSAGES / place), Math.max(LEAST_BYTES, BYTES / place), Overflow.BLOCK);
    }

    private synchronized void matched(TopicWish wish) {
        unmatched.remove(wish);
    }

    /** Says once which patterns have found nothing, to somebody who sits there; to be called some times a second. */
    public synchronized void look() {
        if (unmatched.isEmpty() || context.clock().millis() - startMillis < PATIENCE_MILLIS) {
            return;
        }
        if (context.terminal().err()) {
            for (TopicWish wish : wild) {
                if (unmatched.contains(wish)) {
                    boolean all = wish.text().equals(ALL.value());
                    String none = all ? "there is no topic" : "no topic matches " + wish.text();
                    context.note(none + " yet; waiting for one");
                }
            }
        }
        unmatched.clear();
    }

    /** How many messages the master dropped, as far as is known. */
    public synchronized long lost() {
        long lost = 0;
        for (Subscription subscription : subscriptions) {
            lost += subscription.lost();
        }
        return lost;
    }

    /** Every subscription, also one that was closed since. */
    public synchronized List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    private synchronized int count() {
        return subscriptions.size();
    }

    /** Whether a topic that was named could not be subscribed to. */
    public boolean failed() {
        return failed;
    }

    /** Looks for no more topics; the subscriptions are the node's. */
    @Override
    public void close() {
        if (finder != null) {
            finder.close();
        }
    }
}
