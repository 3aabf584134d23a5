package io.zrs.cli.command.form;

import io.zrs.model.Message;
import io.zrs.output.ByteText;
import java.time.Instant;

/** How a message is printed. A form may have state, such as the header that goes before the first. */
@FunctionalInterface
public interface Form {
    /**
     * Adds {@code message}, which came at {@code stamp}, now or when it was recorded.
     *
     * @return whether it was shown; false, with nothing added, if the message has nothing of what is to be shown
     */
    boolean append(ByteText out, Message message, Instant stamp);
}
