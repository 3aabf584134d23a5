package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParseErrorsTest {
    private static ZrsException error(String expression) {
        ZrsException error = assertThrows(ZrsException.class, () -> Expression.parse(expression), expression);
        assertEquals(ErrorCode.INVALID, error.code());
        assertTrue(error.getMessage().lines().count() == 1, error.getMessage());
        return error;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`speed > `|column 7: expected a value after '>' in 'speed > '",
                "`x > )`|column 5: expected a value after '>', not ')' in 'x > )'",
                "`)`|column 1: expected a value, not ')' in ')'",
                "`x y`|column 3: expected an operator after 'x', not 'y' in 'x y'",
                "`(x > 1`|column 6: expected ')' after '1' in '(x > 1'",
                "`x in [1, 2`|column 10: expected ',' or ']' after '2' in 'x in [1, 2'",
                "`x in [1 2]`|column 9: expected ',' or ']' after '1', not '2' in 'x in [1 2]'",
                "`x = 1`|column 3: '=' is no operator in 'x = 1'",
                "`x & y`|column 3: '&' has no meaning here in 'x & y'",
                "`x ? y`|column 3: '?' has no meaning here in 'x ? y'",
                "`a. > 1`|column 4: expected a field's name after '.', not '>' in 'a. > 1'",
                "`a[x]`|column 3: expected an index or a field's name in quotes after '[', not 'x' in 'a[x]'",
                "`a[1.5]`|column 3: an index is a whole number in 'a[1.5]'",
                "`a[1000000]`|column 3: an index above 999999 in 'a[1000000]'",
                "`a[99999999999]`|column 3: an index above 999999 in 'a[99999999999]'",
                "`a[1`|column 3: expected ']' after '1' in 'a[1'",
                "`x == 'abc`|column 6: the string that starts here has no end in 'x == 'abc'",
                "`12abc`|column 3: a letter inside a number in '12abc'",
                "`1e9999 > x`|column 1: a number of too many digits, or too large or small in '1e9999 > x'",
                "`x =~ y`|column 6: expected a regular expression in quotes after '=~', not 'y' in 'x =~ y'",
                "`x =~ '['`|column 6: no regular expression: Unclosed character class in 'x =~ '[''",
                "`0 < x < 9`|column 7: '<' cannot follow another comparison in '0 < x < 9'",
                "`x in y == z`|column 8: '==' cannot follow another comparison in 'x in y == z'",
                "`x == 1 or 2`|column 11: 'or' joins conditions, and this is none in 'x == 1 or 2'",
                "`x + 1 and y`|column 1: 'and' joins conditions, and this is none in 'x + 1 and y'",
                "`not 'a'`|column 5: 'not' joins conditions, and this is none in 'not 'a''",
                "`x > and`|column 5: expected a value after '>', not 'and' in 'x > and'",
                "`x not y`|column 7: expected 'in' after 'not', not 'y' in 'x not y'",
                "`lenght(x) > 1`|column 1: there is no function 'lenght' in 'lenght(x) > 1'",
                "`len() > 1`|column 5: expected a value after '(', not ')' in 'len() > 1'",
                "`topic.x`|column 6: 'topic' is the topic's name and has no parts in 'topic.x'",
                "`🚀 > 1`|column 1: '🚀' has no meaning here in '🚀 > 1'",
                "`'🚀' > ?`|column 7: '?' has no meaning here in ''🚀' > ?'",
            })
    void complaintsPointAtTheColumn(String expression, String complaint) {
        assertEquals(complaint, error(expression).getMessage());
    }

    @Test
    void nothingIsNoExpression() {
        assertEquals("the expression is empty", error("").getMessage());
        assertEquals("the expression is empty", error(" \n\t").getMessage());
    }

    @Test
    void complaintsStayOneShortLineAndHarmless() {
        String message = error("x > \n\u001b[31m\u2028 " + "y".repeat(3_000)).getMessage();
        assertTrue(message.length() < 200, message);
        assertFalse(message.contains("\u001b"), message);
        assertTrue(message.contains("x > ??[31m?"), message);
        assertTrue(error("y".repeat(3_000) + " x").getMessage().length() < 250);
    }

    @Test
    void aFilterHasToBeACondition() {
        for (String value : new String[] {"x + 1", "5", "'a'", "len(x)", "[true]", "-x", "topic", "(x - y)", "null"}) {
            Expression.parse(value);
            ZrsException error = assertThrows(ZrsException.class, () -> Expression.parseCondition(value), value);
            assertEquals("column 1: a value, but no condition in '" + value + "'", error.getMessage());
        }
        for (String condition : new String[] {"x", "true", "x > 1", "not x", "exists(x)", "x in [1]", "x =~ 'a'"}) {
            assertEquals(condition, Expression.parseCondition(condition).toString());
        }
    }

    @Test
    void lengthAndDepthAreBounded() {
        int most = Expression.MAX_NESTING;
        Expression.parse("(".repeat(most) + "x" + ")".repeat(most));
        Expression.parse("not ".repeat(most) + "x");
        Expression.parse("a" + ".b".repeat(most - 1));
        Expression.parse("x in [" + "1,".repeat(Expression.MAX_LIST - 1) + "1]");
        for (String opening : new String[] {"(", "[", "not ", "!", "-", "len(", "not (["}) {
            String message = error(opening.repeat(most + 1) + "x").getMessage();
            assertTrue(message.contains("nested more than 64 deep"), message);
        }
        assertTrue(error("a" + ".b".repeat(most)).getMessage().contains("a path of more than 64 steps"));
        assertTrue(error("x in [" + "1,".repeat(Expression.MAX_LIST) + "1]")
                .getMessage()
                .contains("a list of more than 256 values"));
        assertTrue(error("x" + " ".repeat(Expression.MAX_LENGTH)).getMessage().contains("longer than 4096"));
        assertTrue(error("x =~ '" + "a".repeat(1_001) + "'").getMessage().contains("more than 1000 characters"));
    }
}
