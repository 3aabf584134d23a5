package io.zrs.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.testing.Golden;
import io.zrs.text.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadSchemaTest {
    private static final String ANY = "{'type':'object','properties':{}}";

    private static final List<String> MESSAGES = List.of(
            "{}",
            "3.5",
            "[1,2]",
            "\"text\"",
            "{\"x\":1,\"y\":-2.5e3,\"name\":\"a\",\"on\":true,\"off\":false,\"none\":null}",
            " {\n \"pose\" : { \"x\" : 1 , \"list\" : [ 1 , 2 ] } , \"empty\" : { } }",
            "{\"a\":[],\"b\":[1,\"x\"],\"c\":[null,true],\"d\":[[1],[2]],\"e\":[{\"x\":1},{\"y\":2}],\"f\":[true,false]}",
            "{\"twice\":1,\"twice\":\"x\",\"k\\\"\\u00e4\":1,\"ä\":2}");

    private static String schema(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return new String(PayloadSchema.of("/t", bytes, 0).data(), StandardCharsets.UTF_8);
    }

    @Test
    void tellsFieldsAndTheirTypes() {
        StringBuilder all = new StringBuilder();
        for (String message : MESSAGES) {
            String schema = schema(message);
            assertTrue(isJson(schema), schema);
            all.append(message.replace("\n", "\\n"))
                    .append("\n  ")
                    .append(schema)
                    .append('\n');
        }
        Golden.check(PayloadSchemaTest.class, "schemas", all.toString());
    }

    private static boolean isJson(String text) {
        return JsonText.kindOf(text.getBytes(StandardCharsets.UTF_8)) != JsonText.Kind.NOT_JSON;
    }

    @Test
    void isBounded() {
        StringBuilder wide = new StringBuilder("{\"n\":0");
        for (int i = 0; i < 100_000; i++) {
            wide.append(",\"f").append(i).append("\":1");
        }
        assertEquals(ANY.replace('\'', '"'), schema(wide.append('}').toString()));
        String deep = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
        assertTrue(isJson(schema(deep)) && schema(deep).length() < 2000, schema(deep));
    }

    @Test
    void belongsToTheFirstMessageOfAChannel() {
        PayloadChannels channels = new PayloadChannels();
        PayloadChannels.Topic topic = channels.topic("/t", () -> Map.of("latching", "true"));
        byte[] bytes = "..{\"x\":1}..plain..\u00ff{\"y\":1}".getBytes(StandardCharsets.ISO_8859_1);
        BagChannel json = topic.of(bytes, 2, 9);
        assertEquals(BagChannel.JSON, json.encoding());
        assertEquals(
                "{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"number\"}}}",
                new String(json.schema().orElseThrow().data(), StandardCharsets.UTF_8));
        assertTrue(json.isLatched());
        assertEquals(json, topic.of(bytes, bytes.length - 7, bytes.length));
        assertEquals(BagChannel.TEXT, topic.of(bytes, 11, 16).encoding());
        assertEquals(Optional.empty(), topic.of(bytes, 11, 16).schema());
        assertEquals(BagChannel.BYTES, topic.of(bytes, 11, bytes.length).encoding());
        assertEquals(BagChannel.TEXT, topic.of(bytes, 2, 2).encoding());
        assertTrue(json == channels.of("/t", "[1]".getBytes(StandardCharsets.US_ASCII), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                       | {'type':'object','properties':{}}",
                "{'a':1,'b':'x','c':true} | {'type':'object','properties':{'a':{'type':'number'},'b':{'type':'string'},"
                        + "'c':{'type':'boolean'}}}",
                "{'a':null,'b':2}         | {'type':'object','properties':{'b':{'type':'number'}}}",
                "{'b':2,'a':{}}           | {'type':'object','properties':{'b':{'type':'number'},"
                        + "'a':{'type':'object','properties':{}}}}",
                "{'a':[1,2],'b':[{'c':1},{}]} | {'type':'object','properties':{'a':{'type':'array','items':"
                        + "{'type':'number'}},'b':{'type':'array','items':{'type':'object','properties':"
                        + "{'c':{'type':'number'}}}}}}",
                "{'a':[],'b':[[1]],'c':[1,'x'],'d':[null],'e':[true,null]} | " + ANY,
                "{'a':1,'a':'x'}          | {'type':'object','properties':{'a':{'type':'number'}}}",
                "[1,2]                    | " + ANY,
                "17                       | " + ANY,
                "null                     | " + ANY,
            })
    void namesWhatViewersTake(String json, String expected) {
        byte[] payload = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        BagSchema schema = PayloadSchema.of("/t", payload, 0);
        assertEquals(expected.replace('\'', '"'), new String(schema.data(), StandardCharsets.UTF_8));
    }
}
