package io.zrs.cli.bag.read;

import io.zrs.output.ByteText;

/** How what is known of a recording is printed. */
@FunctionalInterface
interface InfoForm {
    /** Adds a recording; {@code first} if there is none before it. */
    void append(ByteText out, BagReport report, boolean first);
}
