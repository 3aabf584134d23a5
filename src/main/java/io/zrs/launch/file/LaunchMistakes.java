package io.zrs.launch.file;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.List;

/** More than one mistake in the files of a launch; as an error of its own, the first of them. */
public final class LaunchMistakes extends ZrsException {
    private static final long serialVersionUID = 1L;

    private final transient List<ZrsException> all;

    LaunchMistakes(List<? extends ZrsException> all) {
        super(ErrorCode.INVALID, all.get(0).getMessage(), all.get(0).remedy(), all.get(0));
        this.all = List.copyOf(all);
    }

    /** All of them, sorted by file and line. */
    public List<ZrsException> all() {
        return all;
    }
}
