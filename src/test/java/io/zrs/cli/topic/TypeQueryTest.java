package io.zrs.cli.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.PayloadType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeQueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number | 1.5 | true",
                "number | [1.5] | false",
                "text | hello | true",
                "text | {} | false",
                "json | {} | true",
                "json | 7 | false",
                "binary | hello | false",
                ".x | {\"x\": 1} | true",
                ".x | {\"y\": 1} | false",
                ".x | x | false",
                ".pose.x | {\"pose\": {\"x\": 1}} | true",
            })
    void matchesKindsAndFields(String query, String payload, boolean matches) {
        assertEquals(matches, TypeQuery.parse(query).matches(PayloadType.of(payload.getBytes(UTF_8))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "jsno | 'jsno' is no type | did you mean json?",
                "std_msgs/String | 'std_msgs/String' is no type"
                        + " | give one of number, text, json, binary, or a field such as .pose.x",
                ".a..b | '.a..b' is not the path of a field | give one such as .pose.x"
            })
    void saysWhatIsWrong(String query, String message, String remedy) {
        ZrsException error = assertThrows(ZrsException.class, () -> TypeQuery.parse(query));
        assertEquals(ErrorCode.INVALID, error.code());
        assertEquals(message, error.getMessage());
        assertEquals(remedy, error.remedy());
    }
}
