package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotFoundTest {
    private static final List<TopicName> TOPICS = List.of(new TopicName("/chatter"), new TopicName("BARO"));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/chater, did you mean /chatter?",
                "chatter, did you mean /chatter?",
                "/BARO, did you mean BARO?",
                "/odom, see 'zrs topic list -a'"
            })
    void saysWhatWasProbablyMeant(String typed, String remedy) {
        ZrsException error = NotFound.topic(new TopicName(typed), TOPICS);
        assertEquals(ErrorCode.NOT_FOUND, error.code());
        assertEquals("there is no topic " + typed, error.getMessage());
        assertEquals(remedy, error.remedy());
    }
}
