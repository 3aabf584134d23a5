package io.zrs.cli.demo;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.OutputClosedException;
import io.zrs.cli.command.Terminal;
import io.zrs.model.TopicName;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class DemoViewTest {
    @Test
    void showsWhatFlows() {
        check("demo", new FakeWorld(), false);
    }

    @Test
    void showsNamesInColour() {
        check("demo-colour", new FakeWorld().with(new Terminal(true, true, 256)), false);
    }

    @Test
    void showsItAsJson() {
        check("demo-json", new FakeWorld(), true);
    }

    @Test
    void passesOnThatNobodyReads() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new OutputClosedException(new IOException("Broken pipe"));
            }
        };
        DemoView view = new DemoView(new FakeWorld().with(closed).context(), false);
        view.does("sensor_a", "stops");
        assertThrows(OutputClosedException.class, view::check);
    }

    private static void check(String name, FakeWorld world, boolean json) {
        DemoView view = new DemoView(world.context(), json);
        view.published("sensor_a", new TopicName("SENSOR_DATA"), "1.53");
        view.published("processor", new TopicName("PROCESSED_DATA"), "3.06");
        view.published("watcher", new TopicName("COMMANDS"), "STOP");
        view.does("sensor_a", "stops");
        Golden.check(DemoViewTest.class, name, world.out().replace('\u001b', '^'));
    }
}
