package io.zrs.cli.bag.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.TestLine;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicChoiceTest {
    @TempDir
    private Path folder;

    private ZrsException failure(Path path, String... words) {
        FakeWorld world = new FakeWorld();
        Opening command = new Opening(world.context());
        assertEquals(0, TestLine.run(command, world.context(), words), world::err);
        return assertThrows(ZrsException.class, () -> command.topics.open(path));
    }

    @Test
    void whatIsNoFileMayBeATopic() {
        ZrsException failure = failure(folder.resolve("B"), "--topics", "/A");
        assertEquals(ErrorCode.IO, failure.code());
        assertEquals("cannot read " + folder + "/B: there is no such file", failure.getMessage());
        assertEquals("if that is a topic, give --topics before it, too", failure.remedy());
        assertEquals("", failure(folder.resolve("B")).remedy());
        assertEquals("", failure(folder.resolve("B"), "-x", "/A").remedy());
    }

    @Test
    void whatIsKnownToHelpIsSaid() throws Exception {
        Files.writeString(folder.resolve("run.mcap.active"), "");
        String remedy = failure(folder.resolve("run.mcap"), "--topics", "/A").remedy();
        assertEquals("there is " + folder + "/run.mcap.active, which is not finished", remedy);
    }

    private static final class Opening extends ZrsCommand {
        private final TopicChoice topics;

        Opening(Context context) {
            super(context, new Definition("open", "Opens."));
            topics = new TopicChoice(definition());
        }

        @Override
        protected ExitCode run() {
            return ExitCode.DONE;
        }
    }
}
