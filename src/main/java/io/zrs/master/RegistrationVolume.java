package io.zrs.master;

import io.zrs.model.Volume;

/**
 * What went over the data connections of one registration since it registered. Bytes are bytes on the wire, frame headers
 * included.
 *
 * @param passed of a publisher, what came from it; of a subscriber, what went to it, {@code waiting} and {@code lost}
 *     included
 * @param waiting what waits for it now
 * @param lost what was dropped because it was too slow, or still waited when a connection ended
 */
record RegistrationVolume(Volume passed, Volume waiting, Volume lost) {
    /** Nothing. */
    static final RegistrationVolume NONE = new RegistrationVolume(Volume.NONE, Volume.NONE, Volume.NONE);

    RegistrationVolume plus(RegistrationVolume other) {
        return new RegistrationVolume(passed.plus(other.passed), waiting.plus(other.waiting), lost.plus(other.lost));
    }
}
