package io.zrs.cli.topic.echo;

import io.zrs.model.Message;
import io.zrs.output.ByteText;
import java.time.Instant;

/** How a message that came is printed. A form may have state, such as the header that goes before the first. */
@FunctionalInterface
interface EchoForm {
    /**
     * Adds {@code message}, which came at {@code stamp}.
     *
     * @return whether it was shown; false, with nothing added, if the message has nothing of what is to be shown
     */
    boolean append(ByteText out, Message message, Instant stamp);
}
