package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ZrsException;
import org.junit.jupiter.api.Test;

class NameRegexTest {
    @Test
    void standsForWholeNames() {
        NameRegex regex = NameRegex.parse("/arm/(a|b).*");
        assertTrue(regex.matches("/arm/a"));
        assertTrue(regex.matches("/arm/b/c"));
        assertFalse(regex.matches("/x/arm/a"));
        assertFalse(NameRegex.parse("arm").matches("/arm"));
        assertEquals("arm", NameRegex.parse("arm").toString());
    }

    @Test
    void givesUpWhatTakesTooLong() {
        NameRegex evil = NameRegex.parse("(a*)*\\1b");
        String name = "a".repeat(1000);
        ZrsException refused = assertThrows(ZrsException.class, () -> evil.matches(name));
        assertTrue(refused.getMessage().contains("takes too long"), refused::getMessage);
    }

    @Test
    void refusesWhatIsNone() {
        ZrsException refused = assertThrows(ZrsException.class, () -> NameRegex.parse("a("));
        assertEquals("'a(' is no regular expression: Unclosed group", refused.getMessage());
        assertThrows(ZrsException.class, () -> NameRegex.parse("a".repeat(1001)));
    }
}
