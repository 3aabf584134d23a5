package io.zrs.yaml;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;

/** A complaint about what stands somewhere in a file; its message begins with the place. */
public final class YamlException extends ZrsException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    YamlException(Place place, String message, String remedy) {
        super(ErrorCode.INVALID, place + ": " + message, remedy);
        this.place = place;
    }

    /** Where it stands. */
    public Place place() {
        return place;
    }
}
