package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DefinitionTest {
    private final Definition me = new Definition("test", "A command.");
    private final Argument<List<Long>> numbers =
            me.repeatable("-n --number", "N", Numbers::count, "A number of several.");
    private final Argument<List<String>> words = me.optionalParameters("WORD", text -> text, "Words.");
    private final CommandLine line = new CommandLine(me.complete(() -> 0, true));

    @Test
    void keepsEachValueOfARepeatableOptionInOrder() {
        line.parseArgs("-n", "3", "--number=1", "-n", "3");
        assertEquals(List.of(3L, 1L, 3L), numbers.get());
    }

    @Test
    void hasNoValueOfARepeatableOptionThatIsNotGiven() {
        line.parseArgs("word");
        assertEquals(Optional.empty(), numbers.value());
    }

    @Test
    void takesOneWordForEachRepeatableOption() {
        line.parseArgs("-n", "1", "2");
        assertEquals(List.of(1L), numbers.get());
        assertEquals(List.of("2"), words.get());
    }

    @Test
    void complainsOfAWrongValueOfARepeatableOption() {
        CommandLine.ParameterException error =
                assertThrows(CommandLine.ParameterException.class, () -> line.parseArgs("-n", "1", "-n", "x"));
        assertTrue(error.getMessage().contains("'x' is not a whole number"), error.getMessage());
    }
}
