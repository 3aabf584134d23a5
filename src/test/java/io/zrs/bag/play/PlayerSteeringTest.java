package io.zrs.bag.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlayerSteeringTest {
    @Test
    void pausesAndGoesOn() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(1.5, () -> stage.player.toggle())
                .at(
                        2.0,
                        () -> assertEquals(
                                PlayState.PAUSED, stage.player.status().state()))
                .at(
                        2.0,
                        () -> assertEquals(1_500_000_000L, stage.player.status().offset()))
                .at(11.5, () -> stage.player.toggle());
        assertEquals(
                List.of("0.000 /a 0", "1.000 /a 1", "12.000 /a 2", "13.000 /a 3", "14.000 /a 4"),
                stage.play(PlayOptions.of(stage.all())));
    }

    @Test
    void stepsWhilePaused() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(10, () -> stage.player.step())
                .at(20, () -> stage.player.step())
                .at(20, () -> stage.player.step())
                .at(30, () -> assertEquals(2_000_000_000L, stage.player.status().offset()))
                .at(40, () -> stage.player.toggle());
        assertEquals(
                List.of("10.000 /a 0", "20.000 /a 1", "20.000 /a 2", "41.000 /a 3", "42.000 /a 4"),
                stage.play(Stage.options(stage.all(), 1, true, false, null)));
    }

    @Test
    void aStepWhileItRunsIsNone() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(0.5, () -> stage.player.step())
                .at(0.6, () -> stage.player.toggle())
                .at(1.6, () -> stage.player.toggle());
        stage.play(PlayOptions.of(stage.all()));
        assertEquals("2.000 /a 1", stage.sent.get(1));
    }

    @Test
    void goesBothWays() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(1.5, () -> stage.player.seek(2_000_000_000L))
                .at(1.7, () -> stage.player.seek(-2_000_000_000L))
                .at(2.1, () -> stage.player.seek(Long.MIN_VALUE / 2))
                .at(2.2, () -> stage.player.seek(3_800_000_000L))
                .at(2.25, () -> stage.player.seek(-3_000_000_000L));
        assertEquals(
                List.of(
                        "0.000 /a 0",
                        "1.000 /a 1",
                        "2.000 /a 2",
                        "2.100 /a 0",
                        "2.300 /a 1",
                        "3.300 /a 2",
                        "4.300 /a 3",
                        "5.300 /a 4"),
                stage.play(PlayOptions.of(stage.all())));
    }

    @Test
    void stopsWhereItIsWantedBeyondTheEnd() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(0.5, () -> stage.player.seek(60_000_000_000L))
                .at(0.6, () -> stage.player.seek(60_000_000_000L))
                .at(
                        9,
                        () -> assertEquals(
                                PlayState.PAUSED, stage.player.status().state()))
                .at(9, () -> assertEquals(4_000_000_000L, stage.player.status().offset()))
                .at(10, () -> stage.player.seek(-1_500_000_000L))
                .at(
                        10.1,
                        () -> assertEquals(
                                PlayState.RUNNING, stage.player.status().state()))
                .at(10.6, () -> stage.player.seek(60_000_000_000L))
                .at(20, () -> stage.player.toggle());
        assertEquals(List.of("0.000 /a 0", "10.500 /a 3", "20.000 /a 4"), stage.play(PlayOptions.of(stage.all())));
        assertTrue(stage.player.isCompleted());
    }

    @Test
    void staysPausedBackFromTheEnd() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(1, () -> stage.player.seek(60_000_000_000L))
                .at(2, () -> stage.player.seek(-1_000_000_000L))
                .at(
                        3,
                        () -> assertEquals(
                                PlayState.PAUSED, stage.player.status().state()))
                .at(4, () -> stage.player.toggle());
        assertEquals(List.of("4.000 /a 3", "5.000 /a 4"), stage.play(Stage.options(stage.all(), 1, true, false, null)));
    }

    @Test
    void beginsAnewWhereItIsWantedBeyondTheEndOfALoop() {
        Stage stage = new Stage(Stage.five());
        stage.time.at(0.5, () -> stage.player.seek(60_000_000_000L)).at(0.9, () -> stage.player.stop());
        assertEquals(
                List.of("0.000 /a 0", "0.500 /a 4", "0.500 /a 0"), stage.play(PlayOptions.of(Stage.range(0, 4, true))));
    }

    @Test
    void noStepGoesBeyondTheEnd() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(1, () -> stage.player.seek(60_000_000_000L))
                .at(2, () -> stage.player.step())
                .at(3, () -> stage.player.step())
                .at(
                        4,
                        () -> assertEquals(
                                PlayState.PAUSED, stage.player.status().state()))
                .at(5, () -> stage.player.seek(-1_000_000_000L))
                .at(6, () -> stage.player.toggle());
        assertEquals(
                List.of("2.000 /a 4", "6.000 /a 3", "7.000 /a 4"),
                stage.play(Stage.options(stage.all(), 1, true, false, null)));
    }

    @Test
    void goesWhilePausedAndStaysSo() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(1, () -> stage.player.seek(2_500_000_000L))
                .at(2, () -> assertEquals(2_500_000_000L, stage.player.status().offset()))
                .at(3, () -> stage.player.toggle());
        assertEquals(List.of("3.500 /a 3", "4.500 /a 4"), stage.play(Stage.options(stage.all(), 1, true, false, null)));
    }

    @Test
    void changesItsSpeedWithoutALeap() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(1.5, () -> stage.player.accelerate(2))
                .at(
                        1.5,
                        () -> assertEquals(1_500_000_000L, stage.player.status().offset()))
                .at(2.0, () -> stage.player.accelerate(0.25));
        assertEquals(
                List.of("0.000 /a 0", "1.000 /a 1", "1.750 /a 2", "3.000 /a 3", "5.000 /a 4"),
                stage.play(PlayOptions.of(stage.all())));
    }

    @Test
    void hasNoSpeedToChangeWhereItHasNone() {
        Stage stage = new Stage(Stage.five());
        Player player = stage.player(PlayOptions.of(stage.all()).withRate(PlayOptions.UNBOUND));
        player.accelerate(0.5);
        player.run();
        assertEquals(PlayOptions.UNBOUND, player.status().rate());
    }

    @Test
    void playsFromAToB() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(0.5, () -> stage.player.loopEnd())
                .at(0.8, () -> stage.player.loopStart())
                .at(
                        0.9,
                        () -> assertEquals(
                                OptionalLong.of(800_000_000L),
                                stage.player.status().loopFrom()))
                .at(2.3, () -> stage.player.loopEnd())
                .at(
                        4.0,
                        () -> assertEquals(
                                OptionalLong.of(2_300_000_000L),
                                stage.player.status().loopTo()))
                .at(4.2, () -> stage.player.loopEnd())
                .at(
                        4.3,
                        () -> assertEquals(
                                OptionalLong.empty(), stage.player.status().loopFrom()));
        assertEquals(
                List.of(
                        "0.000 /a 0",
                        "1.000 /a 1",
                        "2.000 /a 2",
                        "2.500 /a 1",
                        "3.500 /a 2",
                        "4.000 /a 1",
                        "5.000 /a 2",
                        "6.000 /a 3",
                        "7.000 /a 4"),
                stage.play(PlayOptions.of(stage.all())));
    }

    @Test
    void latchedMessagesThatHeldComeFirst() {
        FakeBag bag = new FakeBag()
                .latched("/map")
                .add("/map", 0, "old")
                .add("/map", 1, "map")
                .add("/odom", 1.5, "odom")
                .add("/odom", 3, "late")
                .add("/map", 3, "new");
        Stage stage = new Stage(bag, new FakeBag().latched("/other").add("/other", 0.5, "other"));
        stage.time
                .at(0.5, () -> stage.player.seek(-Long.MAX_VALUE / 2))
                .at(0.5, () -> stage.player.toggle())
                .at(1, () -> stage.player.seek(1_000_000_000L))
                .at(2, () -> stage.player.toggle());
        assertEquals(
                List.of(
                        "0.000 /other other",
                        "0.000 /map map",
                        "0.500 /other other",
                        "0.500 /map map",
                        "1.000 /other other",
                        "1.000 /map map",
                        "2.000 /odom late",
                        "2.000 /map new"),
                stage.play(PlayOptions.of(Stage.range(2, 3, false))));
        assertTrue(stage.plan.topics().get(0).latched());
        assertFalse(stage.plan.topics().get(1).latched());
    }

    @Test
    void goesBackToItsSpeed() {
        Stage stage = new Stage(Stage.five());
        for (int i = 0; i < 7; i++) {
            stage.time.at(0.1, () -> stage.player.accelerate(1.1)).at(0.2, () -> stage.player.accelerate(1 / 1.1));
        }
        stage.time.at(0.3, () -> assertEquals(1, stage.player.status().rate()));
        stage.play(PlayOptions.of(stage.all()));
        assertEquals(5, stage.sent.size());
    }

    @Test
    void aStallIsEndedByAWish() {
        Stage stage = new Stage(Stage.five());
        Player player = stage.player(PlayOptions.of(stage.all()));
        stage.stall = 1e9;
        stage.time.at(0, player::stop);
        player.stop();
        player.run();
        assertEquals(List.of(), stage.sent);
    }
}
