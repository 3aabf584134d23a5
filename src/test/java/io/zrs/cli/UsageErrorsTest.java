package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.testing.Golden;
import io.zrs.text.Unprintable;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageErrorsTest {
    private static final List<String> WRONG = List.of(
            "ecoh /chatter",
            "nonsense",
            "topic lst",
            "--verison",
            "help nonsense",
            "help topic lst",
            "topic lst --help",
            "--master robot topic list -v",
            "--verison topic list",
            "--master=robot topic hz /a",
            "--master shell node ping talker",
            "--master robot",
            "--master",
            "--json topic list",
            "topic --master robot list",
            "--mastre robot topic list",
            "--rate 5 topic list",
            "topic --master robot",
            "hz /a",
            "list",
            "pub",
            "pub /chatter hello -f lines.txt",
            "pub /chatter --whole --docs",
            "pub /chatter hello --once -r 5",
            "pub /chatter hello -1 -n 5",
            "pub --envelope - --json",
            "pub --file -",
            "pub /chatter -f - --envelope -",
            "pub /chatter hello --whole",
            "pub /chatter hello -w 0",
            "pub /chatter hello -t many",
            "pub /chatter hello --max-wait-time-secs 0",
            "pub --json /chatter {'x':1}",
            "pub --template /chatter {{nuonce}}",
            "pub /chatter hello --rat 5",
            "pub /chatter hello -r 0",
            "pub /chatter hello -n -1",
            "pub /chatter hello -r",
            "echo",
            "echo /a -n 1 -n 2",
            "echo bad\ttopic",
            "echo /a --master robot:port",
            "topic list more evermore",
            "topic list -p -s",
            "topic list -c --watch",
            "topic list --show-type",
            "topic info",
            "topic type",
            "topic type /a --timeout 0",
            "topic find",
            "topic find jsno",
            "topic find std_msgs/String",
            "topic find .a..b",
            "node info",
            "node info -x",
            "node info --jsno",
            "topic info --master=robot --vrebose",
            "node ping",
            "node ping talker -a",
            "node ping -a -c 3",
            "node ping talker -c 0",
            "node kill",
            "node kill -a talker",
            "topic hz",
            "topic hz /a -w 1",
            "topic hz /a --filter x>",
            "topic delay /a --field x..y",
            "topic bw /a --master-side -v",
            "master --port 70000",
            "master --data-ports 6000",
            "master --data-ports 7000-6000",
            "master --queue 5parsecs",
            "master --max-message 2GiB",
            "master --handshake-timeout soon",
            "demo --duration -1s",
            "expect",
            "expect /odom --hz 11..9",
            "expect /odom --hz fast",
            "expect /odom --hz 0.1",
            "expect /odom --count 0",
            "expect /odom --count 5..2",
            "expect /odom --filter x>",
            "expect /odom --every",
            "expect /odom --filter x --any --every",
            "expect /odom --silent --hz 9..11",
            "expect /odom --silent --count 3",
            "expect /odom --silent --filter x --every",
            "expect /odom --within 0",
            "expect /arm/*",
            "expect /odom /scan",
            "expect /odom -f checks.yaml",
            "expect --hz 9..11 -f checks.yaml",
            "expect --silent --graph graph.yaml",
            "expect /odom --save",
            "expect --graph graph.yaml --save --tap",
            "expect /odom --json --tap",
            "expect /odom --json -q",
            "expect /odom --tap --junit -",
            "echo /a --\u001b[31m");

    @Test
    void tellsEachInOneLine() {
        StringBuilder all = new StringBuilder();
        for (String words : WRONG) {
            FakeWorld world = new FakeWorld();
            assertEquals(2, Zrs.run(world.context(), List.of(words.split(" "))), words);
            assertEquals(1, world.err().lines().count(), world.err());
            assertEquals("", world.out());
            all.append(world.err());
        }
        Golden.check(UsageErrorsTest.class, "usage-errors", all.toString());
    }

    @Test
    void tellsAWrongEnvironmentLikeAWrongOption() {
        FakeWorld world = new FakeWorld().with("ZRS_MASTER", "robot:port");
        assertEquals(2, Zrs.run(world.context(), List.of("topic", "list")));
        assertEquals(
                "zrs: ZRS_MASTER: 'robot:port' is not a master's address; give it as HOST or HOST:PORT, such as 127.0.0.1:5555\n",
                world.err());
    }

    @Test
    void aStackTraceIsHarmlessToo() {
        FakeWorld world = new FakeWorld();
        Zrs.run(world.context(), List.of("echo", "--debug", "bad\u001b[2J\u202e"));
        assertTrue(world.err().contains("\tat "), world::err);
        assertTrue(world.err().codePoints().noneMatch(c -> c != '\n' && c != '\t' && Unprintable.is(c)), world::err);
    }
}
