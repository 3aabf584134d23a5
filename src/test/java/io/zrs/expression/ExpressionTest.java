package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.Text;
import io.zrs.expression.Value.Whole;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    private final Asking robot = Asking.of("""
            {"x": 1.5, "y": 2, "name": "R2-D2", "on": true, "off": false, "none": null,
             "pose": {"at": [3, 4, 5], "by": {"who": "lidar"}}, "tags": ["fast", "red", 7], "odd key": 1,
             "topic": "inner", "data": {"data": 9}, "in": 8, "größe": 10}""");

    @Test
    void matchesWhereTheConditionHolds() {
        Message message = Message.of(new TopicName("/t"), "{\"x\":1.5,\"y\":2}");
        assertTrue(Expression.parse("x > 1").matches(message));
        assertFalse(Expression.parse("x > 2").matches(message));
        assertFalse(Expression.parse("z > 2").matches(message));
        assertFalse(Expression.parse("x").matches(message), "a number is no condition");
    }

    @Test
    void pathsGoThroughObjectsAndArrays() {
        robot.holds(
                "pose.at[2] == 5 and pose.at[0] == 3",
                "pose.at[-1] == 5",
                "pose[\"at\"][1] == 4",
                "pose.by.who == 'lidar'");
        robot.isMissing("pose.at[3]", "pose.at[-4]", "pose.at.x", "pose[0]", "x.y", "x[0]", "none.x", "pose.by.what");
    }

    @Test
    void dataIsThePayloadAndItsFieldsAreTheBareNames() {
        robot.holds("data.x == x", "data['odd key'] == 1", "data.data.data == 9", "data.topic == 'inner'");
        robot.holds("data.in == 8", "data.größe == größe", "len(data) == 13", "data contains 'odd key'");
        assertEquals(new Text("inner"), robot.value("data[\"topic\"]"));
    }

    @Test
    void thePayloadMayBeAnyValue() {
        Asking.of("21.5").holds("data > 21", "data == 21.50", "data % 2 == 1.5");
        Asking.of(" -3\n").holds("data == -3", "abs(data) == 3");
        Asking.of("\"quoted\"").holds("data == 'quoted'");
        Asking.of("[1, [2, 3]]").holds("data[1][0] == 2", "data == [1, [2, 3.0]]", "len(data) == 2", "1 in data");
        Asking.of("null").holds("data == null", "exists(data)");
        Asking.of("true").holds("data");
    }

    @Test
    void aPayloadThatIsNoJsonIsText() {
        for (String text : List.of("hello world", "", "12 apples", "{\"x\": 1", "[INFO] up", "NaN", "1 2", "+1", " ")) {
            assertEquals(new Text(text), Asking.of(text).value("data"));
            Asking.of(text).isMissing("x", "data.x", "data[0]", "x > 1", "not (x > 1)");
        }
    }

    @Test
    void topicIsTheNameOfTheTopic() {
        robot.holds("topic == '/lab/pose'", "topic =~ '^/lab/'", "topic in ['/a', '/lab/pose'] and x > 1");
    }

    @Test
    void comparesNumbersAndStringsByOrder() {
        robot.holds("x < 2", "x <= 1.5", "x >= 1.50", "y > x", "y == 2.0", "x != y", "name < 'S'", "name >= 'R2'");
        robot.fails("x < 1.5", "x > y", "name > 'S'", "name <= 'R2'");
    }

    @Test
    void whatIsOfDifferentKindsIsNotEqualAndHasNoOrder() {
        robot.fails("x == '1.5'", "on == 1", "none == false", "none == 0", "pose == tags", "tags == 'fast'");
        robot.holds("x != '1.5'", "on != 1", "none != off");
        robot.isMissing("x < 'a'", "name > 1", "none < 1", "on > off", "tags < tags", "pose > pose");
    }

    @Test
    void equalityGoesAllTheWayDown() {
        robot.holds("tags == ['fast', 'red', 7.0]", "pose.at != [3, 4]", "pose == pose", "data != pose");
        Asking.of("{\"a\":{\"p\":1,\"q\":[2]},\"b\":{\"q\":[2.0],\"p\":1.0},\"c\":{\"p\":1,\"r\":[2]}}")
                .holds("a == b", "a != c", "data.a == data.b");
        robot.isMissing("[x, nothing] == [1.5, 1]", "[nothing] == [nothing]");
        robot.fails("[x, nothing] == [2, 1]", "[nothing] == []");
    }

    @Test
    void inAndContainsLookIntoArraysStringsAndObjects() {
        robot.holds("'red' in tags", "tags contains 7.0", "x in [1, 1.5]", "'D2' in name", "name contains 'R2'");
        robot.holds("'who' in pose.by", "pose contains 'at'", "y not in [1, 3]", "[3, 4, 5] in [pose.at]");
        robot.fails("'blue' in tags", "x in []", "name contains 'x'", "'x' in pose", "y not in [1, 2]");
        robot.isMissing("1 in name", "1 in pose", "'a' in x", "x in none", "nothing in tags", "nothing in []");
        robot.isMissing("x in [1, nothing]", "x not in [1, nothing]", "'a' in nothing", "nothing not in tags");
        robot.holds("x in [1.5, nothing]");
    }

    @Test
    void computes() {
        robot.holds(
                "x + y == 3.5", "y - x * 2 == -1", "(y - x) * 2 == 1", "7 / 2 == 3.5", "7 % 4 == 3", "-7 % 4 == -3");
        robot.holds("0.1 + 0.2 == 0.3", "-x < 0", "--x == x", "2 * -y == -4", "10 - 4 - 3 == 3", "8 / 4 / 2 == 1");
        robot.isMissing("1 / 0 == 1", "x % 0", "name + 'x'", "-name", "on + 1", "1 + nothing", "nothing * 2");
        assertEquals(new Whole(6), robot.value("pose.at[0] * y"));
    }

    @Test
    void functionsMeasure() {
        robot.holds(
                "len(name) == 5", "len(tags) == 3", "len(pose) == 2", "len('') == 0", "len('🚀') == 1", "abs(-x) == x");
        robot.isMissing("len(x)", "len(nothing)", "abs(name)", "len(none)");
        robot.holds("exists(x)", "exists(none)", "not exists(nothing)", "exists(pose.at[2])", "not exists(pose.at[3])");
        Asking.of("{\"len\": 4, \"exists\": 5, \"abs\": 6}").holds("len == 4", "exists > len", "abs(abs) == 6");
    }

    @Test
    void conditionsJoin() {
        robot.holds("on and not off", "on && !off", "off or on", "off || on", "not not on", "!(on and off)");
        robot.holds("off and off or on", "on or on and off", "not off and on", "not x > 2", "x > 1 and y < 3 and on");
        robot.fails("on and off", "not on", "off or off", "not (off or on)");
    }

    @Test
    void aMissingValueDoesNotMatchNorDoesItsOpposite() {
        robot.isMissing("nothing > 1", "not (nothing > 1)", "nothing == nothing", "nothing != 1", "nothing =~ 'a'");
        robot.isMissing("nothing", "not nothing", "nothing and on", "nothing or off", "x and on", "not name");
        robot.fails("nothing and off", "off and nothing");
        robot.holds("nothing or on", "on or nothing", "exists(nothing) == false");
    }

    @Test
    void stringsHaveEscapesAndEitherQuote() {
        assertEquals(new Text("a'b\"c\\d\n\r\t\\d"), robot.value("'a\\'b\\\"c\\\\d\\n\\r\\t\\d'"));
        assertEquals(new Text("it's"), robot.value("\"it's\""));
    }

    @Test
    void ofFieldsWithTheSameNameTheLastCounts() {
        Asking twice = Asking.of("{\"a\":{\"b\":1},\"a\":2,\"c\":1,\"c\":{\"d\":3}}");
        twice.isMissing("a.b");
        twice.holds("a == 2", "c.d == 3");
        Asking.of("{\"a\":{\"b\":1},\"a\":2}").isMissing("a.b");
    }

    @Test
    void readsPartsAndWholesOfTheSameValue() {
        robot.holds("pose.at[0] == 3 and pose.at == [3, 4, 5] and len(pose) == 2 and pose.at[2] - pose.at[-2] == 1");
    }

    @Test
    void evaluatesToAnyValue() {
        assertEquals(Constant.NULL, robot.value("none"));
        assertEquals(new Value.JsonArray(List.of(new Whole(3), new Whole(4), new Whole(5))), robot.value("pose.at"));
        assertEquals(new Value.JsonArray(List.of(new Whole(2), Constant.MISSING)), robot.value("[y, nothing]"));
    }

    @Test
    void showsItself() {
        assertEquals("x  > 1", Expression.parse("x  > 1").toString());
    }

    @Test
    void threadsMayShareAnExpression() {
        Expression expression = Expression.parse("x % 2 == 0 and s =~ '^a+$' and x in list and len(list) == 3");
        long found = IntStream.range(0, 40_000)
                .parallel()
                .mapToObj(i -> "{\"x\":" + i + ",\"s\":\"aaa\",\"list\":[" + i + ",-1,\"" + i + "\"]}")
                .filter(payload -> expression.matches(Message.of(new TopicName("/t"), payload)))
                .count();
        assertEquals(20_000, found);
    }
}
