package io.zrs.cli.bag.play;

import io.zrs.bag.play.Player;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterWatch;
import io.zrs.client.Publisher;
import io.zrs.model.ZrsException;
import io.zrs.screen.Key;
import java.util.List;
import java.util.Optional;

/** Waits until each topic has a subscriber, or somebody has had enough of that. */
final class SubscriberWait {
    private final PlayFront front;
    private final Handling interruption;
    private final MasterWatch watch;

    SubscriberWait(PlayFront front, Handling interruption, MasterWatch watch) {
        this.front = front;
        this.interruption = interruption;
        this.watch = watch;
    }

    /** Whether each of them has one now. */
    boolean await(List<Publisher> publishers, Player player, boolean quiet) throws InterruptedException {
        boolean told = quiet;
        for (Publisher publisher : publishers) {
            while (subscribers(publisher) < 1) {
                if (!told) {
                    told = true;
                    front.context().note("waiting for subscribers, first of " + publisher.topic());
                }
                watch.look();
                front.show(player.status());
                if (isEnough(front.key(interruption))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isEnough(Optional<Key> key) {
        if (key.filter(PlayKeys::asksForKeys).isPresent()) {
            front.help();
        }
        return interruption.raised() || key.filter(PlayKeys::quits).isPresent();
    }

    private static int subscribers(Publisher publisher) {
        try {
            return publisher.subscribers();
        } catch (ZrsException e) {
            // A master that is gone for a while: who watches it tells.
            return 0;
        }
    }
}
