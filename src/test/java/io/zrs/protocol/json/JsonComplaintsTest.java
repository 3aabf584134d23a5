package io.zrs.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import io.zrs.protocol.Result;
import io.zrs.testing.Golden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to and about a peer that does not keep to the form. */
class JsonComplaintsTest {
    private static final List<String> WRONG_REQUESTS = List.of(
            "LIST_ALL_TOPICS node null",
            "",
            "[]",
            "{",
            "{\"id\":7,\"op\":\"leave\"} {}",
            "{\"id\":7,\"op\":\"leave\",\"op\":\"join\"}",
            "{\"id\":7,\"op\":\"leave\",\"more\":{\"a\":1,\"a\":2}}",
            "{\"id\":7}",
            "{\"id\":7,\"op\":null}",
            "{\"id\":7,\"op\":4}",
            "{\"id\":7,\"op\":\"fly\\u001b[2J\"}",
            "{\"id\":7,\"ok\":\"yes\"}",
            "{\"id\":\"7\",\"op\":\"leave\"}",
            "{\"id\":-1,\"op\":\"leave\"}",
            "{\"id\":7.5,\"op\":\"leave\"}",
            "{\"id\":9007199254740993,\"op\":\"leave\"}",
            "{\"id\":123456789012345678901234567890,\"op\":\"leave\"}",
            "{\"id\":7,\"op\":\"join\"}",
            "{\"id\":7,\"op\":\"join\",\"node\":\"talker\"}",
            "{\"id\":7,\"op\":\"join\",\"node\":{\"instance\":\"a\"}}",
            "{\"id\":7,\"op\":\"join\",\"node\":{\"name\":\" \",\"instance\":\"a\"}}",
            "{\"id\":7,\"op\":\"join\",\"node\":{\"name\":\"talker\"}}",
            "{\"id\":7,\"op\":\"join\",\"node\":{\"name\":\"talker\",\"instance\":\"a b\"}}",
            "{\"id\":7,\"op\":\"join\",\"node\":{\"name\":\"talker\",\"instance\":\"a\",\"pid\":-1}}",
            "{\"id\":7,\"op\":\"join\",\"node\":{\"name\":\"talker\",\"instance\":\"a\",\"host\":\"a\\nb\"}}",
            "{\"id\":7,\"op\":\"join\",\"node\":{\"name\":\"talker\",\"instance\":\"a\",\"hidden\":1}}",
            "{\"id\":7,\"op\":\"advertise\"}",
            "{\"id\":7,\"op\":\"advertise\",\"topic\":\"a b\"}",
            "{\"id\":7,\"op\":\"advertise\",\"topic\":\"\\ud83d\"}",
            "{\"id\":7,\"op\":\"advertise\",\"topic\":\"a\",\"latch\":\"yes\"}",
            "{\"id\":7,\"op\":\"withdraw\",\"topic\":\"a\",\"role\":\"Publisher\"}",
            "{\"id\":7,\"op\":\"withdraw\",\"topic\":\"a\",\"role\":\"publisher\",\"sent\":-1}",
            "{\"id\":7,\"op\":\"heartbeat\",\"lost\":{}}",
            "{\"id\":7,\"op\":\"heartbeat\",\"lost\":[1]}",
            "{\"id\":7,\"op\":\"heartbeat\",\"lost\":[{\"topic\":\"a\",\"role\":\"publisher\",\"messages\":1},{}]}",
            "{\"id\":7,\"op\":\"topics\",\"after\":1e3}",
            "{\"id\":7,\"op\":\"ping\"}",
            "{\"id\":7,\"op\":\"ping\",\"node\":\"talker\",\"instance\":\"\"}");

    @Test
    void saysWhichMemberOfARequestIsWrongAndWhatItIsToBe() {
        StringBuilder text = new StringBuilder();
        for (String request : WRONG_REQUESTS) {
            ClientMessage.Unreadable read = Coding.unreadable(request);
            text.append(request).append('\n');
            text.append("    ")
                    .append(JsonCodec.encodeReply(read.id(), read.answer()))
                    .append('\n');
        }
        Golden.check(JsonComplaintsTest.class, "complaints", text.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"leave\",\"id\":7,\"more\":[1,[2.5e9],{\"op\":true}],\"topic\":17,\"null\":null}",
                " { \"\" : \"\", \"id\" : 7 , \"op\" : \"leave\" } \n",
                "{\"more\":1e999999999,\"most\":-123456789012345678901234567890,\"id\":7,\"op\":\"leave\",\"ok\":1}"
            })
    void skipsMembersItDoesNotKnow(String text) {
        assertEquals(new ClientMessage.Request(7, new Operation.Leave()), JsonCodec.decodeRequest(text));
    }

    @Test
    void takesNullForMissing() {
        String text =
                "{\"op\":\"statistics\",\"id\":null,\"topic\":null,\"node\":null,\"instance\":null,\"after\":null}";
        Operation all = new Operation.Statistics(Optional.empty(), Optional.empty(), Optional.empty(), 0);
        assertEquals(new ClientMessage.Request(0, all), JsonCodec.decodeRequest(text));
    }

    @Test
    void keepsTheNumberOfARequestThatIsWrong() {
        assertEquals(7, Coding.unreadable("{\"op\":\"ping\",\"id\":7}").id());
        assertEquals(
                ErrorCode.UNKNOWN_OPERATION,
                Coding.unreadable("{\"op\":\"fly\"}").answer().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void refusesWhatNestsTooDeep(String piece) {
        for (int times : List.of(40, 1000, 100_000)) {
            String text = "{\"op\":\"leave\",\"more\":" + piece.repeat(times);
            assertEquals(ErrorCode.INVALID, Coding.unreadable(text).answer().code());
            assertThrows(ZrsException.class, () -> JsonCodec.decodeIncoming(text));
        }
    }

    @Test
    void refusesNumbersOfEndlessLength() {
        String digits = "9".repeat(60_000);
        for (String number : List.of(digits, "0." + digits, "1e" + digits, "-" + digits)) {
            String text = "{\"op\":\"leave\",\"more\":" + number + "}";
            assertEquals(ErrorCode.INVALID, Coding.unreadable(text).answer().code());
        }
    }

    @Test
    void saysItInOneBoundedLine() {
        String text = "{\"op\":\"" + "x\\n".repeat(10_000) + "\"}";
        String message = Coding.unreadable(text).answer().message();
        assertEquals("there is no operation '" + "x?".repeat(20) + "…'", message);
        String topic = "{\"op\":\"subscribe\",\"topic\":\"" + "x ".repeat(10_000) + "\"}";
        assertTrue(Coding.unreadable(topic).answer().message().length() < 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ERROR no",
                "{}",
                "{\"id\":7}",
                "{\"ok\":true}",
                "{\"id\":7,\"ok\":1}",
                "{\"op\":\"ping\"}",
                "{\"op\":\"stop\",\"id\":-1}",
                "{\"op\":7}",
                "{\"event\":\"topic_added\",\"stamp\":1}",
                "{\"event\":\"topic_added\",\"topic\":\"a\"}",
                "{\"event\":\"topic_added\",\"topic\":\"a\",\"stamp\":1e300}",
                "{\"event\":\"topic_added\",\"topic\":\"a\",\"stamp\":\"now\"}"
            })
    void knowsWhatIsNeitherReplyNorPush(String text) {
        ZrsException e = assertThrows(ZrsException.class, () -> JsonCodec.decodeIncoming(text));
        assertEquals(ErrorCode.INVALID, e.code());
    }

    @Test
    void saysWhatIsWrongWithAReply() {
        Operation operation = new Operation.Topics(Optional.empty(), 0);
        String text = JsonCodec.encodeReply(7, Examples.exchanges().get(10).result());
        assertComplaint(
                "'topics[0].latched' is not true or false",
                text.replace("\"latched\":false", "\"latched\":0"),
                operation);
        assertComplaint(
                "'stamp' is missing: a whole number of at most 64 bits is expected",
                text.replace("stamp", "time"),
                operation);
        assertComplaint(
                "'port' is not a whole number from 1 to 65535",
                "{\"id\":7,\"ok\":true,\"port\":65536}",
                new Operation.Subscribe(Examples.CHATTER));
        assertComplaint("'error' is missing: an object is expected", "{\"id\":7,\"ok\":false}", operation);
        String sample = "{\"id\":7,\"ok\":true,\"sample\":{\"size\":3,\"age_ms\":1,\"data\":\"%\"}}";
        assertComplaint("'sample.data' is not base64", sample, new Operation.TakeSample(Examples.CHATTER));
    }

    private static void assertComplaint(String expected, String text, Operation operation) {
        ZrsException e = assertThrows(ZrsException.class, () -> Coding.result(text, 7, operation));
        assertEquals(ErrorCode.INVALID, e.code());
        assertEquals("the master's answer does not have the required form: " + expected, e.getMessage());
    }

    @Test
    void passesOverWhatALaterMasterSays() {
        assertEquals(
                new MasterMessage.Unknown("dance?"), JsonCodec.decodeIncoming("{\"op\":\"dance\\n\",\"id\":\"x\"}"));
        assertEquals(new MasterMessage.Unknown("renamed"), JsonCodec.decodeIncoming("{\"event\":\"renamed\"}"));
        Result refused = Coding.result(
                "{\"id\":7,\"ok\":false,\"error\":{\"code\":\"tired\",\"message\":\"not now\"}}",
                7,
                new Operation.Leave());
        assertEquals(new Result.Refused(ErrorCode.REFUSED, "not now"), refused);
    }

    @Test
    void keepsATerminalSafeFromWhatIsShown() {
        String evil = "\\u001b[2J\\u2028\\ud83d" + "x".repeat(1000);
        String shown = "?[2J??" + "x".repeat(494) + "…";
        MasterMessage stop = JsonCodec.decodeIncoming("{\"op\":\"stop\",\"id\":7,\"reason\":\"" + evil + "\"}");
        assertEquals(
                shown,
                ((Push.Stop) assertInstanceOf(MasterMessage.Pushed.class, stop).push()).reason());
        Result refused = Coding.result(
                "{\"id\":7,\"ok\":false,\"error\":{\"code\":\"refused\",\"message\":\"" + evil + "\"}}",
                7,
                new Operation.Leave());
        assertEquals(new Result.Refused(ErrorCode.REFUSED, shown), refused);
        ClientMessage request = JsonCodec.decodeRequest("{\"op\":\"stop\",\"node\":\"n\",\"reason\":\"" + evil + "\"}");
        Operation asked = assertInstanceOf(ClientMessage.Request.class, request).operation();
        assertEquals(shown, assertInstanceOf(Operation.Stop.class, asked).reason());
    }
}
