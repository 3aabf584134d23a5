package io.zrs.shell.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptVoiceTest {
    private final List<String> shown = new ArrayList<>();
    private final PromptVoice voice = new PromptVoice(shown::add);

    @Test
    void showsWhatIsSaidAndNothingThatATerminalObeys() {
        voice.results("a\nb");
        voice.note("x\u001b[2J");
        voice.tell("[1] done  echo \u0007");
        assertEquals(3, shown.size());
        assertEquals("a\nb", shown.get(0));
        for (String line : shown) {
            assertEquals(-1, line.indexOf('\u001b'), line);
            assertEquals(-1, line.indexOf('\u0007'), line);
        }
    }

    @Test
    void waitsWhileSomebodyElseHasTheTerminal() {
        voice.hold(true);
        voice.results("first");
        voice.note("second");
        assertEquals(List.of(), shown);
        voice.hold(false);
        assertEquals(List.of("first", "zrs: second"), shown);
        voice.results("third");
        assertEquals("third", shown.get(2));
    }

    @Test
    void saysHowMuchItCouldNotKeep() {
        voice.hold(true);
        for (int i = 0; i < 1003; i++) {
            voice.results("line " + i);
        }
        voice.hold(false);
        assertEquals("zrs: jobs said more than is kept: the first 3 times of it are gone", shown.get(0));
        assertEquals("line 3", shown.get(1));
        assertEquals(1001, shown.size());
        voice.hold(true);
        voice.hold(false);
        assertEquals(1001, shown.size());
    }
}
