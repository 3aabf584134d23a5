package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MembershipTest {
    @Test
    void findsPartsWhereTheJdkDoes() {
        Random random = new Random(9);
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            String text = word(random, random.nextInt(400));
            int start = text.isEmpty() ? 0 : random.nextInt(text.length());
            String part = random.nextBoolean()
                    ? word(random, random.nextInt(60))
                    : text.substring(start, Math.min(text.length(), start + random.nextInt(120)));
            if (random.nextInt(3) == 0) {
                part += "a";
            }
            assertEquals(text.contains(part), Membership.isPart(text, part), text + " " + part);
            found += part.length() > 32 && text.contains(part) ? 1 : 0;
        }
        assertTrue(found > 1_000, "long parts are among those found: " + found);
    }

    /** Of few letters and much repetition, where beginnings come back. */
    private static String word(Random random, int length) {
        StringBuilder out = new StringBuilder();
        String unit = "aab".substring(random.nextInt(3)) + (random.nextInt(4) == 0 ? "b" : "");
        while (out.length() < length) {
            out.append(random.nextInt(60) == 0 ? "b" : unit);
        }
        return out.toString();
    }
}
