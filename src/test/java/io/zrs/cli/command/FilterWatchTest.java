package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.expression.Expression;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilterWatchTest {
    private final FakeWorld world = new FakeWorld();
    private final FilterWatch watch = new FilterWatch(world.context(), Optional.of(Expression.parseCondition("x > 1")));

    private boolean test(String text) {
        return watch.test(Message.of(new TopicName("/t"), text));
    }

    @Test
    void saysOnceThatNoneMatches() {
        watch.look();
        test("{\"x\": 1}");
        test("{\"x\": 0}");
        watch.look();
        world.pass(Duration.ofMillis(2999));
        watch.look();
        assertEquals("", world.err());
        world.pass(Duration.ofMillis(1));
        watch.look();
        test("no JSON");
        watch.look();
        watch.end();
        assertEquals("zrs: 2 messages came, and none matches --filter\n", world.err());
    }

    @Test
    void namesAFieldThatNoMessageHas() {
        FilterWatch slip = new FilterWatch(
                world.context(),
                Optional.of(Expression.parseCondition("sped > 1 and pose.x < 2 and pose.z[-1] > 0 and data")));
        slip.test(Message.of(new TopicName("/t"), "{\"speed\": 4, \"pose\": {\"x\": 3}}"));
        slip.test(Message.of(new TopicName("/u"), "{\"pose\": {\"z\": []}}"));
        slip.end();
        assertEquals("zrs: 2 messages came, and none matches --filter: none has pose.z[-1] or sped\n", world.err());
    }

    /** The one that has it may come behind those that were looked at. */
    @Test
    void saysOfHowManyMessagesItIsTrue() {
        for (int i = 0; i < 1000; i++) {
            test("{}");
        }
        test("{\"x\": 1}");
        watch.end();
        assertEquals("zrs: 1001 messages came, and none matches --filter: none of the first 1000 has x\n", world.err());
    }

    @Test
    void saysItAtTheEndWhereThatIsSooner() {
        assertFalse(test("{\"x\": 1}"));
        watch.look();
        watch.end();
        assertEquals("zrs: 1 message came, and none matches --filter\n", world.err());
    }

    @Test
    void saysNothingWhereOneMatchesOrNoneCame() {
        watch.look();
        world.pass(Duration.ofSeconds(9));
        watch.look();
        assertTrue(test("{\"x\": 2}"));
        test("{\"x\": 1}");
        watch.look();
        world.pass(Duration.ofSeconds(9));
        watch.look();
        watch.end();
        assertEquals("", world.err());
    }

    @Test
    void letsEverythingThroughWithoutAFilter() {
        FilterWatch none = new FilterWatch(world.context(), Optional.empty());
        assertTrue(none.test(Message.of(new TopicName("/t"), "x")));
        none.end();
        assertEquals("", world.err());
    }

    @Test
    void saysHowOftenARegularExpressionWasGivenUp() {
        FilterWatch slow = new FilterWatch(
                world.context(), Optional.of(Expression.parseCondition("data =~ '(a+)+$' or topic == '/t'")));
        slow.test(Message.of(new TopicName("/t"), "a".repeat(5_000) + "!"));
        slow.end();
        assertEquals(
                "zrs: --filter gave up on 1 message: the regular expression takes too long; make it simpler\n",
                world.err());
    }
}
