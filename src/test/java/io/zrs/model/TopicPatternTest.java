package io.zrs.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPatternTest {
    @ParameterizedTest
    @CsvSource({
        "/a, /a, true",
        "/a, /ab, false",
        "/a, a, false",
        "*, BARO, true",
        "*, /a, false",
        "**, /a/b, true",
        "**, BARO, true",
        "/arm/*, /arm/joint, true",
        "/arm/*, /arm/joint/1, false",
        "/arm/*, /arm/, true",
        "/arm/*, /arm, false",
        "/arm/**, /arm/joint/1, true",
        "/*/x, /a/x, true",
        "/*/x, /a/b/x, false",
        "/**/x, /a/b/x, true",
        "BARO*, BARO, true",
        "BARO*, BARO_AVG, true",
        "*_AVG, BARO_AVG, true",
        "/a*b*c, /axbxxc, true",
        "/a*b*c, /axb/c, false",
        "/***, /a/b, true",
    })
    void standsForNamesOfItsForm(String pattern, String topic, boolean matches) {
        assertEquals(matches, new TopicPattern(pattern).matches(new TopicName(topic)));
    }

    @Test
    void agreesWithTheRegularExpressionOfTheSameMeaning() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String pattern = word(random, "ab/***");
            String topic = word(random, "ab/");
            Pattern same = Pattern.compile(
                    pattern.replaceAll("\\*\\*+", "#").replace("*", "[^/]*").replace("#", ".*"));
            assertEquals(
                    same.matcher(topic).matches(),
                    new TopicPattern(pattern).matches(new TopicName(topic)),
                    () -> pattern + " and " + topic);
        }
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder();
        do {
            word.append(letters.charAt(random.nextInt(letters.length())));
        } while (random.nextInt(8) > 0);
        return word.toString();
    }

    @Test
    void oneWithoutAStarIsAName() {
        assertFalse(new TopicPattern("/a").isWild());
        assertEquals(new TopicName("/a"), new TopicPattern("/a").name());
        assertTrue(new TopicPattern("/a*").isWild());
    }

    @Test
    void refusesWhatNoTopicCanBeCalled() {
        assertThrows(ZrsException.class, () -> new TopicPattern("a b"));
        assertThrows(ZrsException.class, () -> new TopicPattern(""));
    }
}
