package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final String TOPIC = "/t\u00ff";

    private final Subscriptions subscriptions = new Subscriptions(latin(TOPIC));

    /** One byte a character, all 256 of them. */
    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean wants(String message) {
        byte[] framed = latin("<" + message + ">");
        return subscriptions.wants(ByteBuffer.wrap(framed), 1, framed.length - 1);
    }

    private boolean change(boolean subscribe, String prefix) {
        return subscriptions.change(subscribe, latin(prefix));
    }

    @Test
    void whoSubscribesToNothingGetsNothing() {
        assertTrue(subscriptions.wantsNone());
        assertFalse(subscriptions.wantsAll());
        assertFalse(wants(TOPIC));
        assertFalse(wants(TOPIC + " hello"));
    }

    @Test
    void aPrefixOfTheTopicTakesEverything() {
        for (int length = 0; length <= TOPIC.length(); length++) {
            change(true, TOPIC.substring(0, length));
            assertTrue(subscriptions.wantsAll() && wants(TOPIC) && wants(TOPIC + " x"), length + " bytes");
            change(false, TOPIC.substring(0, length));
            assertTrue(subscriptions.wantsNone(), length + " bytes");
        }
    }

    @Test
    void anotherTopicsPrefixTakesNothing() {
        change(true, "/x");
        change(true, "t");
        change(true, "/tu hello");
        assertTrue(subscriptions.wantsNone());
    }

    @Test
    void aLongerPrefixTakesSome() {
        change(true, TOPIC + " a");
        assertFalse(subscriptions.wantsAll() || subscriptions.wantsNone());
        assertTrue(wants(TOPIC + " a") && wants(TOPIC + " abc"));
        assertFalse(wants(TOPIC + " b") || wants(TOPIC + " ") || wants(TOPIC));
    }

    @Test
    void subscribingTwiceIsSubscribingOnce() {
        change(true, TOPIC);
        change(true, TOPIC);
        change(false, TOPIC);
        change(true, TOPIC + " a");
        change(true, TOPIC + " a");
        change(false, TOPIC + " a");
        assertTrue(subscriptions.wantsNone());
    }

    @Test
    void doesAsANaiveSetOfPrefixesDoes() {
        Random random = new Random(51);
        Set<String> model = new HashSet<>();
        int wanted = 0;
        for (int round = 0; round < 100_000; round++) {
            if (round % 100 == 0) {
                model.forEach(prefix -> change(false, prefix));
                model.clear();
            }
            String prefix = random(random, round);
            if (random.nextInt(3) == 0) {
                boolean subscribe = random.nextInt(5) > 0;
                assertTrue(change(subscribe, prefix));
                if (subscribe) {
                    model.add(prefix);
                } else {
                    model.remove(prefix);
                }
            }
            String message = TOPIC + " " + words(random);
            boolean expected = model.stream().anyMatch(message::startsWith);
            assertEquals(expected, wants(message), () -> message + " among " + model);
            assertEquals(model.stream().anyMatch(TOPIC::startsWith), subscriptions.wantsAll(), "round " + round);
            wanted += expected ? 1 : 0;
        }
        assertTrue(wanted > 20_000 && wanted < 80_000, "the test reaches both: " + wanted);
    }

    /** A narrow prefix mostly; in some stretches a wide one or one that never matches, now and then. */
    private static String random(Random random, int round) {
        if (round / 100 % 4 == 0 && random.nextInt(20) == 0) {
            return random.nextBoolean() ? TOPIC.substring(0, random.nextInt(4)) : "/u";
        }
        return TOPIC + " " + words(random);
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append("ab\u0000\u007f\u0080\u00ff".charAt(random.nextInt(6)));
        }
        return text.toString();
    }

    @Test
    void theirNumberIsLimited() {
        for (int i = 0; i < Subscriptions.MAX_NARROW; i++) {
            assertTrue(change(true, TOPIC + " " + i));
        }
        assertTrue(change(true, TOPIC + " 0"), "no new one");
        assertTrue(change(true, "/elsewhere"), "not kept");
        assertTrue(change(true, TOPIC), "wide");
        assertFalse(change(true, TOPIC + " one too many"));
    }

    @Test
    void theirSizeIsLimited() {
        String half = "x".repeat(Subscriptions.MAX_NARROW_BYTES / 2 - 1);
        assertTrue(change(true, TOPIC + "1" + half));
        assertTrue(change(true, TOPIC + "2" + half));
        assertTrue(change(false, TOPIC + "1" + half));
        assertTrue(change(true, TOPIC + "3" + half));
        assertFalse(change(true, TOPIC + "4"));
    }
}
