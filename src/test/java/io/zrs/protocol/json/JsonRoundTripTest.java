package io.zrs.protocol.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import io.zrs.protocol.Result;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonRoundTripTest {
    private static final int ROUNDS = 20_000;

    private final RandomValues values = new RandomValues(new Random(20260103));

    @Test
    void requestsComeBack() {
        for (int round = 0; round < ROUNDS; round++) {
            Operation operation = values.operation();
            long id = values.messageId();
            String text = JsonCodec.encodeRequest(id, operation);
            assertEquals(new ClientMessage.Request(id, operation), JsonCodec.decodeRequest(text));
            assertFalse(text.contains("\n"));
        }
    }

    @Test
    void repliesComeBack() {
        for (int round = 0; round < ROUNDS; round++) {
            Operation operation = values.operation();
            Result result = values.result(operation);
            long id = values.messageId();
            Result read = Coding.result(JsonCodec.encodeReply(id, result), id, operation);
            if (result instanceof Result.Sampled sent && read instanceof Result.Sampled got) {
                assertArrayEquals(sent.head(), got.head());
                assertEquals(sent.size(), got.size());
                assertEquals(sent.ageMillis(), got.ageMillis());
            } else {
                assertEquals(result, read);
            }
        }
    }

    @Test
    void pushesComeBack() {
        for (int round = 0; round < ROUNDS; round++) {
            Push push = values.push();
            assertEquals(new MasterMessage.Pushed(push), JsonCodec.decodeIncoming(JsonCodec.encodePush(push)));
        }
    }
}
