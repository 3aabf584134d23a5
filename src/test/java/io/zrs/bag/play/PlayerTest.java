package io.zrs.bag.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.Bag;
import io.zrs.model.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlayerTest {
    @Test
    void sendsEachMessageAtItsTime() {
        Stage stage =
                new Stage(new FakeBag().add("/a", 0, "x").add("/b", 0.25, "y").add("/a", 7.5, "z"));
        assertEquals(List.of("0.000 /a x", "0.250 /b y", "7.500 /a z"), stage.play(PlayOptions.of(stage.all())));
        assertTrue(stage.player.isCompleted());
        PlayStatus status = stage.player.status();
        assertEquals(PlayState.ENDED, status.state());
        assertEquals(7_500_000_000L, status.offset());
        assertEquals(3, status.sent());
    }

    @Test
    void playsBagsTogether() {
        Stage stage = new Stage(
                new FakeBag().add("/a", 1, "a1").add("/a", 2, "a2").add("/a", 3, "a3"),
                new FakeBag().add("/b", 0, "b0").add("/b", 2, "b2"),
                new FakeBag(),
                new FakeBag().add("/a", 2.5, "again"));
        assertEquals(
                List.of("0.000 /b b0", "1.000 /a a1", "2.000 /a a2", "2.000 /b b2", "2.500 /a again", "3.000 /a a3"),
                stage.play(PlayOptions.of(stage.all())));
    }

    @Test
    void nothingAddsUpInHours() {
        FakeBag bag = new FakeBag();
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            bag.add("/a", i / 3.0, "");
        }
        Stage stage = new Stage(bag);
        stage.play(PlayOptions.of(stage.all()).withRate(0.7));
        for (int i = 0; i < count; i++) {
            assertEquals(i / 3.0 / 0.7, stage.times.get(i), 1e-7);
        }
    }

    @Test
    void sendsAtOnceWhatHasNoTime() {
        Stage stage = new Stage(Stage.five());
        stage.play(PlayOptions.of(stage.all()).withRate(PlayOptions.UNBOUND));
        assertEquals(List.of(0.0, 0.0, 0.0, 0.0, 0.0), stage.times);
        assertEquals(4_000_000_000L, stage.player.status().offset());
    }

    @Test
    void playsAPartAgainAndAgain() {
        Stage stage = new Stage(Stage.five());
        stage.time.at(3.5, () -> stage.player.stop());
        stage.play(PlayOptions.of(Stage.range(1, 2, true)));
        assertEquals(
                List.of(
                        "0.000 /a 1",
                        "1.000 /a 2",
                        "1.000 /a 1",
                        "2.000 /a 2",
                        "2.000 /a 1",
                        "3.000 /a 2",
                        "3.000 /a 1"),
                stage.sent);
        assertEquals(3, stage.player.status().rounds());
        assertTrue(stage.player.isCompleted());
    }

    @Test
    void aLoopOfOneMomentLeavesTime() {
        Stage stage = new Stage(new FakeBag().add("/a", 0, "x"));
        stage.time.at(2.5, () -> stage.player.stop());
        assertEquals(
                List.of("0.000 /a x", "1.000 /a x", "2.000 /a x"), stage.play(PlayOptions.of(Stage.range(0, 0, true))));
    }

    @Test
    void anEmptyLoopEnds() {
        Stage stage = new Stage(new FakeBag());
        assertEquals(List.of(), stage.play(PlayOptions.of(Stage.range(0, 0, true))));
    }

    @Test
    void pausesBehindAMessageThatMatches() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(10, () -> assertEquals(2_000_000_000L, stage.player.status().offset()))
                .at(10, () -> assertEquals(1, stage.player.status().matches()))
                .at(10, () -> stage.player.toggle());
        Predicate<Message> match =
                message -> message.text().equals("2") && message.topic().value().equals("/a");
        assertEquals(
                List.of("0.000 /a 0", "1.000 /a 1", "2.000 /a 2", "11.000 /a 3", "12.000 /a 4"),
                stage.play(Stage.options(stage.all(), 1, false, false, match)));
    }

    @Test
    void endsBehindAMessageThatMatchesWhereNobodyIs() {
        Stage stage = new Stage(Stage.five());
        Predicate<Message> match = message -> message.text().equals("2");
        stage.play(new PlayOptions(
                stage.all(),
                PlayOptions.UNBOUND,
                Duration.ZERO,
                false,
                true,
                0,
                Optional.of(match),
                true,
                Optional.empty()));
        assertEquals(3, stage.sent.size());
        assertFalse(stage.player.isCompleted());
    }

    @Test
    void waitsBeforeItBegins() {
        Stage stage = new Stage(Stage.five());
        stage.time.at(
                0.1, () -> assertEquals(PlayState.DELAYED, stage.player.status().state()));
        stage.play(new PlayOptions(
                stage.all(), 1, Duration.ofMillis(300), false, false, 0, Optional.empty(), false, Optional.empty()));
        assertEquals("0.300 /a 0", stage.sent.get(0));
    }

    @Test
    void beginsWhenEnoughIsReadOrThatTakesTooLong() {
        Stage soon = new Stage(Stage.five());
        soon.fillUntil(0.05);
        assertEquals("0.050 /a 0", soon.play(PlayOptions.of(soon.all())).get(0));
        Stage late = new Stage(Stage.five());
        late.fillUntil(3);
        assertEquals("0.200 /a 0", late.play(PlayOptions.of(late.all())).get(0));
        Stage hurried = new Stage(Stage.five());
        hurried.fillUntil(3);
        PlayOptions unbound = PlayOptions.of(hurried.all()).withRate(PlayOptions.UNBOUND);
        assertEquals("0.000 /a 0", hurried.play(unbound).get(0));
    }

    @Test
    void hasSecondsReadAheadAtWhateverSpeed() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(0.1, () -> assertEquals(8_000_000_000L, stage.reach))
                .at(0.1, () -> stage.player.accelerate(0.5))
                .at(0.2, () -> assertEquals(4_000_000_000L, stage.reach));
        stage.play(PlayOptions.of(stage.all()).withRate(2));
        assertEquals(5, stage.sent.size());
    }

    @Test
    void leavesOutWhereNothingIsSaid() {
        Stage stage = new Stage(new FakeBag()
                .add("/a", 0, "x")
                .add("/a", 2, "y")
                .add("/a", 60, "z")
                .add("/a", 61.5, "end"));
        stage.time.at(4.5, () -> stage.player.seek(-30_000_000_000L));
        stage.play(PlayOptions.of(stage.all()).withRate(0.5).withLongestGap(Duration.ofSeconds(2)));
        assertEquals(List.of("0.000 /a x", "4.000 /a y", "4.000 /a z", "4.500 /a z", "7.500 /a end"), stage.sent);
    }

    @Test
    void staysAtTheEndUntilItIsStoppedOrGoesBack() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(
                        10,
                        () -> assertEquals(
                                PlayState.ENDED, stage.player.status().state()))
                .at(10, () -> stage.player.seek(1_000_000_000L))
                .at(
                        10,
                        () -> assertEquals(
                                PlayState.ENDED, stage.player.status().state()))
                .at(10, () -> stage.player.seek(-1_500_000_000L))
                .at(20, () -> stage.player.stop());
        stage.play(Stage.options(stage.all(), 1, false, true, null));
        assertEquals(List.of("10.500 /a 3", "11.500 /a 4"), stage.sent.subList(5, 7));
    }

    @Test
    void tellsTheTimeAlsoWhilePaused() {
        Stage stage = new Stage(Stage.five());
        stage.time.at(1.1, () -> stage.player.toggle()).at(3.2, () -> stage.player.toggle());
        stage.play(new PlayOptions(
                stage.all(), 0.5, Duration.ZERO, false, false, 2, Optional.empty(), false, Optional.empty()));
        assertEquals(
                List.of(
                        "0.000 0.000",
                        "0.500 0.250",
                        "1.000 0.500",
                        "1.500 0.550",
                        "2.000 0.550",
                        "2.500 0.550",
                        "3.000 0.550",
                        "3.500 0.700"),
                stage.clocks.subList(0, 8));
    }

    @Test
    void catchesUpAfterAShortStallAndNotAfterALongOne() {
        Stage stage = new Stage(Stage.five());
        stage.time.at(0.5, () -> stage.stall = 0.9);
        stage.time.at(2.5, () -> stage.stall = 4.99);
        stage.play(PlayOptions.of(stage.all()));
        assertEquals(List.of("0.000 /a 0", "1.900 /a 1", "2.000 /a 2", "8.000 /a 3", "9.000 /a 4"), stage.sent);
    }

    @Test
    void timeStandsStillDuringALongStall() {
        Stage stage = new Stage(Stage.five());
        stage.time
                .at(0.5, () -> stage.stall = 50)
                .at(30, () -> assertEquals(1_000_000_000L, stage.player.status().offset(), 50_000_000));
        assertEquals("51.000 /a 1", stage.play(PlayOptions.of(stage.all())).get(1));
    }

    @Test
    void namesAreMappedAndWhatHasNoneIsLeftOut() {
        Bag bag = new FakeBag()
                .add("/a", 0, "x")
                .add("two words", 1, "y")
                .add("/not", 1, "z")
                .add("/b", 2, "w");
        Stage stage = new Stage(List.of(bag), (place, topic) -> switch (topic) {
            case "/b" -> Optional.of("/a");
            case "/not" -> Optional.empty();
            default -> Optional.of(topic);
        });
        assertEquals(List.of("0.000 /a x", "2.000 /a w"), stage.play(PlayOptions.of(stage.all())));
        assertEquals(List.of("two words"), List.copyOf(stage.plan.unplayable()));
        assertEquals(1, stage.plan.topics().size());
        assertEquals(2, stage.plan.messages());
    }

    @Test
    void whatCannotBeReadIsPassedOver() {
        Stage stage = new Stage(new FakeBag().add("/a", 0, "x").damage().add("/a", 1, "y"));
        assertEquals(List.of("0.000 /a x", "1.000 /a y"), stage.play(PlayOptions.of(stage.all())));
        assertEquals(1, stage.damage.size());
    }

    @Test
    void timeStandsStillWhileTheProcessIsStopped() {
        Stage stage = new Stage(Stage.five());
        // As by Ctrl-Z: who waits sleeps ten seconds longer.
        stage.time.at(1.5, () -> stage.time.pass(10));
        assertEquals(
                List.of("0.000 /a 0", "1.000 /a 1", "11.500 /a 2", "12.500 /a 3", "13.500 /a 4"),
                stage.play(PlayOptions.of(stage.all())));
    }

    @Test
    void timeStandsStillWhileNothingCanBeRead() {
        Stage stage = new Stage(Stage.five());
        stage.time.at(1.5, () -> stage.starveUntil(5.5));
        assertEquals(
                List.of("0.000 /a 0", "1.000 /a 1", "5.500 /a 2", "6.500 /a 3", "7.500 /a 4"),
                stage.play(PlayOptions.of(stage.all())));
    }
}
