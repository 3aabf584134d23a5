package io.zrs.cli.topic;

import io.zrs.output.JsonLine;
import io.zrs.output.PayloadType;
import java.util.Optional;

/** How the types of topics are written. */
final class TypeText {
    private TypeText() {}

    /** One word. */
    static String word(Optional<PayloadType> type) {
        return type.map(known -> known.kind().word()).orElse("unknown");
    }

    /** Adds {@code type}; for JSON also {@code shape}, and whether that has all that was there. */
    static void fields(JsonLine line, Optional<PayloadType> type) {
        if (type.isEmpty()) {
            line.none("type");
            return;
        }
        line.field("type", type.get().kind().word());
        type.get().shape().ifPresent(shape -> line.shape("shape", shape).field("complete", shape.isComplete()));
    }
}
