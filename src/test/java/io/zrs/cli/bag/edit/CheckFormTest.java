package io.zrs.cli.bag.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.bag.BagInfo;
import io.zrs.bag.edit.CheckResult;
import io.zrs.bag.edit.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckFormTest {
    @Test
    void namesFromAFileBreakNoLine() {
        Finding finding = new Finding(7, "its compression is \"a\n\u001b[2Jb\"", Finding.Consequence.INDEX);
        CheckResult result = new CheckResult("MCAP", BagInfo.State.DAMAGED, List.of(finding), 1, 2, 0, 1, 99);
        assertEquals(
                "in\\nput: byte 7: its compression is \"a\\n\\x1b[2Jb\"; readers may miss messages or show wrong figures;"
                        + " 'zrs bag recover' writes it anew\n"
                        + "in\\nput: damaged: 1 finding, 2 messages in 1 chunk, 99 B\n",
                new CheckForm(Path.of("in\nput"), result).text(false));
    }
}
