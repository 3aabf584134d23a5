package io.zrs.cli.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.cli.command.TerminalSize;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchViewTest {
    private final FakeWorld world = new FakeWorld();

    @Test
    void tellsChangesLineByLine() throws IOException {
        ChangeView view = ChangeView.lines(world.context());
        view.show(topics("/b", "/a"));
        view.show(topics("/b", "/a"));
        view.interrupted();
        view.show(topics("/a", "/c"));
        view.show(List.of());
        assertEquals("+ /a\n+ /b\n- /b\n+ /c\n- /a\n- /c\n", world.out());
    }

    @Test
    void tellsChangesAsJson() throws IOException {
        ChangeView view = ChangeView.json(world.context());
        view.show(topics("/a"));
        view.show(List.of());
        assertEquals(
                "{\"event\":\"added\",\"topic\":\"/a\",\"stamp\":1772368496.789012}\n"
                        + "{\"event\":\"removed\",\"topic\":\"/a\",\"stamp\":1772368496.789012}\n",
                world.out());
    }

    @Test
    void redrawsTheScreenInPlaceWhenSomethingChanges() throws IOException {
        world.with(new Terminal(true, true, 8));
        ScreenView view = new ScreenView(world.context(), TopicListForm.names(), () -> new TerminalSize(4, 80));
        view.show(List.of());
        view.show(List.of());
        view.show(topics("/a", "/b"));
        view.show(topics("/a", "/b"));
        view.show(topics("/b\u202e"));
        view.show(topics("/1", "/2", "/3", "/4", "/5"));
        view.interrupted();
        view.show(topics("/1"));
        Golden.check(WatchViewTest.class, "watch-screen", world.out().replace('\u001b', '^'));
    }

    private static List<TopicEntry> topics(String... names) {
        return Arrays.stream(names)
                .map(name -> TopicListTest.entry(name, 1, 0, true, false, null))
                .toList();
    }
}
