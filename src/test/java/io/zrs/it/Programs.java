package io.zrs.it;

import java.nio.file.Path;
import java.util.Optional;

/** Where the programs are that the tests start. */
final class Programs {
    /** Debian's Python, which has python3-zmq; {@code ZRS_PYTHON} names another. */
    static final String PYTHON =
            Optional.ofNullable(System.getenv("ZRS_PYTHON")).orElse("/usr/bin/python3");

    /** The command under test, from the distribution that the build has made. */
    static final String ZRS = Path.of(System.getProperty("zrs.command", "target/zrs/bin/zrs"))
            .toAbsolutePath()
            .toString();

    private Programs() {}
}
