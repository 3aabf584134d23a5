package io.zrs.master;

import java.util.ArrayList;
import java.util.List;

/** What went over a topic for one registration: over its connections that have ended, and those that it has. */
final class RegistrationAccount {
    /** More than one while the master has not seen the end of an old one. */
    private final List<TopicLink> links = new ArrayList<>(1);

    private RegistrationVolume ended = RegistrationVolume.NONE;

    void add(TopicLink link) {
        links.add(link);
    }

    void remove(TopicLink link) {
        links.remove(link);
    }

    /** Takes over what the connection counted. */
    void closed(TopicLink link) {
        links.remove(link);
        if (link.isItsOwners()) {
            ended = ended.plus(link.volume());
        }
    }

    RegistrationVolume volume() {
        RegistrationVolume volume = ended;
        for (TopicLink link : links) {
            volume = link.isItsOwners() ? volume.plus(link.volume()) : volume;
        }
        return volume;
    }
}
