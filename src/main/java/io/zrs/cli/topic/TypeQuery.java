package io.zrs.cli.topic;

import io.zrs.cli.command.NearMiss;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.FieldPath;
import io.zrs.output.PayloadType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the payloads of topics are to be: of a kind, or JSON with a field. */
@FunctionalInterface
interface TypeQuery {
    /** Whether {@code type} is so. */
    boolean matches(PayloadType type);

    /**
     * Reads {@code number}, {@code text}, {@code json}, {@code binary} or a path such as {@code .pose.x}.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is none of them
     */
    static TypeQuery parse(String text) {
        if (FieldPath.isMeant(text)) {
            FieldPath path = FieldPath.parse(text);
            return type -> type.shape().flatMap(shape -> shape.at(path)).isPresent();
        }
        for (PayloadType.Kind kind : PayloadType.Kind.values()) {
            if (kind.word().equals(text)) {
                return type -> type.kind() == kind;
            }
        }
        List<String> words = words();
        Optional<String> meant = NearMiss.of(text, words);
        throw new ZrsException(
                ErrorCode.INVALID,
                "'" + text + "' is no type",
                meant.map(word -> "did you mean " + word + "?")
                        .orElse("give one of " + String.join(", ", words) + ", or a field such as .pose.x"));
    }

    /** The kinds, by their words. */
    static List<String> words() {
        return Arrays.stream(PayloadType.Kind.values())
                .map(PayloadType.Kind::word)
                .toList();
    }
}
