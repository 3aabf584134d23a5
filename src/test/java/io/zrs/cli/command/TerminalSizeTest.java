package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalSizeTest {
    @Test
    void isWhatSttyTells() {
        assertEquals(new TerminalSize(50, 200), TerminalSize.parse("50 200"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0 0", "50", "a b", "1 2 3", "-1 80"})
    void isTheUsualOneWhereNoneIsTold(String answer) {
        assertEquals(TerminalSize.USUAL, TerminalSize.parse(answer));
    }

    @Test
    void canAlwaysBeAskedFor() {
        TerminalSize size = TerminalSize.ask();
        assertTrue(size.rows() > 0 && size.columns() > 0, size.toString());
    }
}
