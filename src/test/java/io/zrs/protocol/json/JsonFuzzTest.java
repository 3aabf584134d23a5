package io.zrs.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.OneLine;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sends both sides what is nearly right: the outcome is a value that can be written again, or the documented refusal. */
class JsonFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final int LONGEST_COMPLAINT = 700;
    private static final String[] VALUES = {
        "null",
        "true",
        "0",
        "-1",
        "1e999999",
        "99999999999999999999",
        "\"\"",
        "\"a\"",
        "\"\\ud800\"",
        "[]",
        "[[]]",
        "[{}]",
        "{}",
        "{\"id\":1}",
        "\"\\u0000\"",
        "{\"a\":1,\"a\":2}",
        "NaN",
        "'a'",
        "[1,]"
    };

    private final Random random = new Random(20260104);
    private final RandomValues values = new RandomValues(random);
    private int accepted;
    private int refused;

    @Test
    void theMasterReadsOrRefuses() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = spoilt(JsonCodec.encodeRequest(values.messageId(), values.operation()));
            ClientMessage message = JsonCodec.decodeRequest(text);
            if (message instanceof ClientMessage.Request request) {
                accepted++;
                String again = JsonCodec.encodeRequest(request.id(), request.operation());
                assertEquals(request, JsonCodec.decodeRequest(again));
            } else if (message instanceof ClientMessage.Unreadable unreadable) {
                refused++;
                ErrorCode code = unreadable.answer().code();
                assertTrue(code == ErrorCode.INVALID || code == ErrorCode.UNKNOWN_OPERATION, code.wireName());
                assertFit(unreadable.answer().message());
                JsonCodec.encodeReply(unreadable.id(), unreadable.answer());
            }
        }
        assertBothHappened();
    }

    @Test
    void theClientReadsOrRefusesReplies() {
        for (int round = 0; round < ROUNDS; round++) {
            Operation operation = values.operation();
            String text = spoilt(JsonCodec.encodeReply(values.messageId(), values.result(operation)));
            Operation asked = round % 10 == 0 ? values.operation() : operation;
            try {
                if (JsonCodec.decodeIncoming(text) instanceof MasterReply reply) {
                    Result result = reply.to(asked);
                    accepted++;
                    String again = JsonCodec.encodeReply(reply.id(), result);
                    assertEquals(again, JsonCodec.encodeReply(reply.id(), Coding.result(again, reply.id(), asked)));
                }
            } catch (ZrsException e) {
                assertDocumented(e);
            }
        }
        assertBothHappened();
    }

    @Test
    void theClientReadsOrRefusesPushes() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = spoilt(JsonCodec.encodePush(values.push()));
            try {
                MasterMessage message = JsonCodec.decodeIncoming(text);
                if (message instanceof MasterMessage.Pushed pushed) {
                    accepted++;
                    assertEquals(pushed, JsonCodec.decodeIncoming(JsonCodec.encodePush(pushed.push())));
                } else if (message instanceof MasterMessage.Unknown unknown) {
                    assertFit(unknown.name());
                }
            } catch (ZrsException e) {
                assertDocumented(e);
            }
        }
        assertBothHappened();
    }

    private void assertDocumented(ZrsException e) {
        refused++;
        assertEquals(ErrorCode.INVALID, e.code());
        assertFit(e.getMessage());
    }

    private static void assertFit(String shown) {
        assertTrue(OneLine.is(shown), shown);
        assertTrue(shown.length() <= LONGEST_COMPLAINT, shown);
    }

    private void assertBothHappened() {
        assertTrue(accepted > ROUNDS / 20, "accepted: " + accepted);
        assertTrue(refused > ROUNDS / 20, "refused: " + refused);
    }

    private String spoilt(String text) {
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> withAnotherValue(text);
            case 2 -> withAMemberMore(text);
            case 3 -> withAPieceGone(text);
            default -> withOtherBytes(text);
        };
    }

    private String withOtherBytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(3); change >= 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Puts another value behind one of the colons, whatever stood there. */
    private String withAnotherValue(String text) {
        int colon = text.indexOf(':', random.nextInt(text.length()));
        if (colon < 0) {
            return text;
        }
        int end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, colon + 1) + VALUES[random.nextInt(VALUES.length)] + text.substring(end);
    }

    /** Adds a member in front: one that nobody knows, or one that is there already. */
    private String withAMemberMore(String text) {
        String[] names = {"more", "id", "op", "ok", "event", "topic", "node"};
        String name = names[random.nextInt(names.length)];
        return "{\"" + name + "\":" + VALUES[random.nextInt(VALUES.length)] + "," + text.substring(1);
    }

    private String withAPieceGone(String text) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(12));
        return text.substring(0, from) + text.substring(to);
    }
}
