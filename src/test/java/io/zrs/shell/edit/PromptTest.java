package io.zrs.shell.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.client.MasterAddress;
import io.zrs.shell.MasterMonitor.State;
import org.junit.jupiter.api.Test;

class PromptTest {
    @Test
    void saysWhatItSaysWithoutColoursToo() {
        Prompt plain = new Prompt(false);
        assertEquals("● 127.0.0.1:5555 zrs> ", plain.text(MasterAddress.LOCAL, State.THERE, 0));
        assertEquals("○ 127.0.0.1:5555 no master [4] zrs> ", plain.text(MasterAddress.LOCAL, State.GONE, 4));
        assertEquals("◌ 127.0.0.1:5555 zrs> ", plain.text(MasterAddress.LOCAL, State.UNKNOWN, 0));
    }

    @Test
    void hasColours() {
        String text = new Prompt(true).text(MasterAddress.LOCAL, State.GONE, 4);
        assertEquals(
                "\u001b[31m○\u001b[0m 127.0.0.1:5555 \u001b[31mno master\u001b[0m \u001b[31m[4]\u001b[0m zrs> ", text);
    }

    @Test
    void leavesRoomToType() {
        String text = new Prompt(false).text(new MasterAddress("h".repeat(100), 5555), State.THERE, 0);
        assertTrue(text.length() < 60, text);
        assertTrue(text.contains("…"));
        assertFalse(text.startsWith("h"));
    }
}
