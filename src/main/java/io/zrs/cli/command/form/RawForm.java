package io.zrs.cli.command.form;

import io.zrs.model.Message;
import io.zrs.output.ByteText;
import io.zrs.output.TerminalText;
import java.time.Instant;

/** Payloads and nothing else, each with a line end behind it. */
enum RawForm implements Form {
    /** To the byte. */
    EXACT {
        @Override
        public boolean append(ByteText out, Message message, Instant stamp) {
            out.add(message.payload()).add('\n');
            return true;
        }
    },

    /** With what a terminal would obey escaped. */
    HARMLESS {
        @Override
        public boolean append(ByteText out, Message message, Instant stamp) {
            TerminalText.append(out, message.payload());
            out.add('\n');
            return true;
        }
    }
}
