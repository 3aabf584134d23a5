package io.zrs.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.model.GraphEvent;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import io.zrs.protocol.Result;
import io.zrs.testing.Golden;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The text of everything, as the documentation shows it, and that it is read as what it was written for. */
class JsonFormsTest {
    private static final List<Examples.Exchange> EXCHANGES = Examples.exchanges();

    @Test
    void requests() {
        StringBuilder text = new StringBuilder();
        for (Examples.Exchange exchange : EXCHANGES) {
            String line = JsonCodec.encodeRequest(7, exchange.operation());
            text.append(line).append('\n');
            assertEquals(new ClientMessage.Request(7, exchange.operation()), JsonCodec.decodeRequest(line));
        }
        Golden.check(JsonFormsTest.class, "requests", text.toString());
    }

    @Test
    void replies() {
        StringBuilder text = new StringBuilder();
        for (Examples.Exchange exchange : EXCHANGES) {
            String line = JsonCodec.encodeReply(7, exchange.result());
            text.append(line).append('\n');
            Result read = Coding.result(line, 7, exchange.operation());
            assertEquals(exchange.result().getClass(), read.getClass());
            assertEquals(line, JsonCodec.encodeReply(7, read));
        }
        Golden.check(JsonFormsTest.class, "replies", text.toString());
    }

    @Test
    void refusals() {
        StringBuilder text = new StringBuilder();
        for (Result.Refused refused : Examples.refusals()) {
            String line = JsonCodec.encodeReply(7, refused);
            text.append(line).append('\n');
            for (Examples.Exchange exchange : EXCHANGES) {
                assertEquals(refused, Coding.result(line, 7, exchange.operation()));
            }
        }
        Golden.check(JsonFormsTest.class, "refusals", text.toString());
    }

    @Test
    void pushes() {
        StringBuilder text = new StringBuilder();
        for (Push push : Examples.pushes()) {
            String line = JsonCodec.encodePush(push);
            text.append(line).append('\n');
            assertEquals(new MasterMessage.Pushed(push), JsonCodec.decodeIncoming(line));
        }
        Golden.check(JsonFormsTest.class, "pushes", text.toString());
    }

    @Test
    void answers() {
        assertEquals("{\"id\":7,\"ok\":true}", JsonCodec.encodeAnswer(7));
        assertEquals(new ClientMessage.Answer(7, true), JsonCodec.decodeRequest(JsonCodec.encodeAnswer(7)));
        assertEquals(new ClientMessage.Answer(0, false), JsonCodec.decodeRequest("{\"ok\":false}"));
    }

    @Test
    void nothingIsWithoutAnExample() {
        Set<Class<?>> operations = classes(EXCHANGES.stream().map(Examples.Exchange::operation));
        Set<Class<?>> results = classes(EXCHANGES.stream().map(Examples.Exchange::result));
        results.add(Result.Refused.class);
        assertEquals(Set.of(Operation.class.getPermittedSubclasses()), operations);
        assertEquals(Set.of(Result.class.getPermittedSubclasses()), results);
        assertEquals(
                Set.of(GraphEvent.class.getPermittedSubclasses()),
                classes(Examples.pushes().stream()
                        .filter(Push.Event.class::isInstance)
                        .map(push -> ((Push.Event) push).event())));
    }

    private static Set<Class<?>> classes(Stream<?> values) {
        return values.map(Object::getClass).collect(Collectors.toSet());
    }
}
