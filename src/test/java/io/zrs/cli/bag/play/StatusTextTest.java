package io.zrs.cli.bag.play;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.play.PlayState;
import io.zrs.bag.play.PlayStatus;
import io.zrs.testing.Golden;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    private static final long START = 1_543_456_938_600_000_000L;
    private static final int ROOM = 79;
    private static final int WIDE = 119;

    @Test
    void isAsRosbagHasItAndFits() {
        StringBuilder all = new StringBuilder();
        for (PlayState state : PlayState.values()) {
            for (double rate : new double[] {1, 0.1, 12.5, Double.POSITIVE_INFINITY}) {
                for (int marks = 0; marks < 3; marks++) {
                    OptionalLong from = marks > 0 ? OptionalLong.of(61_500_000_000L) : OptionalLong.empty();
                    OptionalLong to = marks > 1 ? OptionalLong.of(3_661_250_000_000L) : OptionalLong.empty();
                    PlayStatus status = new PlayStatus(state, 1_500_000_999L, rate, 0, 0, 0, 0, from, to);
                    for (int room : new int[] {ROOM, WIDE}) {
                        String line = StatusText.of(status, START, 7_200_000_000_000L, room, ZoneOffset.ofHours(1));
                        assertTrue(line.length() <= room, line);
                        all.append(line).append('\n');
                    }
                }
            }
        }
        Golden.check(StatusTextTest.class, "status", all.toString());
    }
}
