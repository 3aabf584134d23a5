package io.zrs.master;

import io.zrs.model.Role;
import io.zrs.model.Volume;
import io.zrs.registry.Registration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * A topic's data connections, and what went over them and those before. The connections count for themselves: here they
 * are added up when somebody asks, and when they end.
 */
final class TopicTraffic {
    private final Map<Long, TopicLink> links = new HashMap<>();
    private Volume endedIn = Volume.NONE;
    private Volume endedOut = Volume.NONE;
    private Volume endedLost = Volume.NONE;

    /** A registration that has gone takes its account with it. */
    private final Map<Registration, RegistrationAccount> accounts = new WeakHashMap<>();

    void opened(TopicLink link) {
        links.put(link.id(), link);
    }

    /** From now on the connection is this registration's, or nobody's if it is null. */
    void carried(TopicLink link, Registration registration) {
        if (link.owner() != registration) {
            if (link.owner() != null) {
                account(link.owner()).remove(link);
            }
            if (registration != null) {
                account(registration).add(link);
            }
            link.carry(registration);
        }
    }

    /** The connection says whose it is, and so was its owner's by mistake. */
    void identified(TopicLink link) {
        if (link.owner() != null) {
            account(link.owner()).remove(link);
        }
        link.identified();
    }

    /** Takes over what the connection counted; to be called while the registry still knows it. */
    void closed(TopicLink link) {
        links.remove(link.id());
        if (link.role() == Role.PUBLISHER) {
            endedIn = endedIn.plus(link.passed());
        } else {
            endedOut = endedOut.plus(link.passed());
            endedLost = endedLost.plus(link.lost());
        }
        if (link.owner() != null) {
            account(link.owner()).closed(link);
        }
    }

    /** The connection of this number; null if there is none. */
    TopicLink link(long id) {
        return links.get(id);
    }

    Collection<TopicLink> links() {
        return links.values();
    }

    RegistrationVolume of(Registration registration) {
        RegistrationAccount account = accounts.get(registration);
        return account == null ? RegistrationVolume.NONE : account.volume();
    }

    private RegistrationAccount account(Registration registration) {
        return accounts.computeIfAbsent(registration, r -> new RegistrationAccount());
    }

    /** What came from publishers. */
    Volume in() {
        return sum(endedIn, Role.PUBLISHER, TopicLink::passed);
    }

    /** What went to subscribers, once for each of them. */
    Volume out() {
        return sum(endedOut, Role.SUBSCRIBER, TopicLink::passed);
    }

    /** What subscribers lost. */
    Volume lost() {
        return sum(endedLost, Role.SUBSCRIBER, TopicLink::lost);
    }

    /** What waits for subscribers; costs more than the others, because waiting messages have to be counted. */
    Volume waiting() {
        return sum(Volume.NONE, Role.SUBSCRIBER, TopicLink::waiting);
    }

    private Volume sum(Volume ended, Role role, Function<TopicLink, Volume> part) {
        long messages = ended.messages();
        long bytes = ended.bytes();
        for (TopicLink link : links.values()) {
            if (link.role() == role) {
                Volume volume = part.apply(link);
                messages += volume.messages();
                bytes += volume.bytes();
            }
        }
        return new Volume(messages, bytes);
    }
}
