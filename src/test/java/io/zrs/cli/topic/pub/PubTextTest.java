package io.zrs.cli.topic.pub;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PubTextTest {
    @Test
    void saysWhatWasSent() {
        List<Summary.Line> topics = new ArrayList<>();
        StringBuilder told = new StringBuilder(Summary.of(topics)).append('\n');
        for (int i = 0; i < 6; i++) {
            topics.add(new Summary.Line("/topic" + i, 3L * i + 1, i - 1));
            told.append(Summary.of(topics)).append('\n');
        }
        Golden.check(PubTextTest.class, "summary", told.toString());
    }

    @Test
    void showsEveryNthMessage() throws IOException {
        FakeWorld pipe = new FakeWorld();
        FakeWorld terminal = new FakeWorld().with(new Terminal(true, true, 256));
        for (FakeWorld world : List.of(pipe, terminal)) {
            Printing printing = new Printing(world.context(), 2);
            byte[] bytes = "<\u001b[31m two\nlines>".getBytes(StandardCharsets.UTF_8);
            for (int number = 1; number <= 5; number++) {
                printing.sent(number, bytes, 1, bytes.length - 2);
            }
            printing.flush();
        }
        String shown = "pipe\n" + pipe.out().replace('\u001b', '^') + "terminal\n" + terminal.out();
        Golden.check(PubTextTest.class, "print", shown);
    }
}
