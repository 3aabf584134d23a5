package io.zrs.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PayloadSchemaTest {
    private static final String ANY = "{'type':'object','properties':{}}";

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
