package io.zrs.master.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateWriterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = StateWriter.PAUSE.toNanos();
    private static final SavedState A = States.one("/a", 1);
    private static final SavedState B = States.one("/b", 2);
    private static final SavedState C = States.one("/c", 3);

    private final List<SavedState> written = new ArrayList<>();
    private RuntimeException fault;
    private long now = 1_000;
    private final StateWriter writer = new StateWriter(this::write, () -> now);

    private void write(SavedState state) {
        if (fault != null) {
            throw fault;
        }
        written.add(state);
    }

    private static ZrsException fault(String text) {
        return new ZrsException(ErrorCode.IO, text);
    }

    private Optional<String> failure() {
        return writer.takeFailure().map(Throwable::getMessage);
    }

    @Test
    void writesTheFirstStateAtOnce() {
        assertEquals(0, writer.step());
        writer.offer(A);
        assertEquals(0, writer.step());
        assertEquals(List.of(A), written);
    }

    @Test
    void writesOnlyTheNewestOfThoseThatComeInAPause() {
        writer.offer(A);
        writer.step();
        writer.offer(B);
        now += PAUSE / 4;
        assertEquals(PAUSE - PAUSE / 4, writer.step());
        writer.offer(C);
        now += PAUSE - PAUSE / 4 - 1;
        assertEquals(1, writer.step());
        assertEquals(List.of(A), written);
        now++;
        assertEquals(0, writer.step());
        assertEquals(List.of(A, C), written);
    }

    @Test
    void doesNotWriteTheSameAgain() {
        writer.offer(A);
        writer.step();
        now += PAUSE;
        writer.offer(States.one("/a", 1));
        assertEquals(0, writer.step());
        assertEquals(List.of(A), written);
    }

    @Test
    void tellsAFailureOnceAndGoesOnWithTheNextState() {
        fault = fault("disk full");
        writer.offer(A);
        writer.step();
        assertEquals(Optional.of("disk full"), failure());
        fault = fault("disk still full");
        writer.offer(B);
        now += PAUSE;
        writer.step();
        assertEquals(Optional.empty(), failure());
        fault = null;
        writer.offer(C);
        now += PAUSE;
        writer.step();
        assertEquals(List.of(C), written);
        fault = fault("disk full again");
        writer.offer(A);
        now += PAUSE;
        writer.step();
        assertEquals(Optional.of("disk full again"), failure());
    }

    @Test
    void aStateThatFailedIsWrittenWhenItComesAgain() {
        fault = fault("disk full");
        writer.offer(A);
        writer.step();
        fault = null;
        writer.offer(A);
        now += PAUSE;
        writer.step();
        assertEquals(List.of(A), written);
    }

    @Test
    void anUnforeseenFaultIsAFailureToo() {
        fault = new IllegalStateException("odd");
        writer.offer(A);
        writer.step();
        assertTrue(failure().orElseThrow().contains("odd"));
    }

    @Test
    void theLastStateIsWrittenWithoutAPause() {
        writer.offer(A);
        writer.step();
        writer.offer(B);
        writer.finish();
        writer.step();
        assertEquals(List.of(A, B), written);
    }

    @Test
    void aStateThatFailedIsTriedAgainAtTheEnd() {
        fault = fault("disk full");
        writer.offer(A);
        writer.step();
        fault = null;
        writer.finish();
        writer.step();
        assertEquals(List.of(A), written);
    }

    @Test
    void itsThreadWritesAllThatMatters(@TempDir Path directory) {
        StateFile file = new StateFile(directory.resolve("state.json"));
        StateWriter own = StateWriter.start(file);
        for (int port = 1; port <= 1000; port++) {
            own.offer(States.one("/t", port));
        }
        own.close();
        assertEquals(States.one("/t", 1000), file.read());
        own.close();
    }

    @Test
    void itsThreadWakesForEachStateAndWhoReadsMeanwhileFindsAWholeOne(@TempDir Path directory) {
        StateFile file = new StateFile(directory.resolve("state.json"));
        try (StateWriter own = StateWriter.start(file)) {
            for (SavedState state : List.of(A, B, C)) {
                own.offer(state);
                assertTimeoutPreemptively(PATIENCE, () -> {
                    SavedState found = file.read();
                    while (!found.equals(state)) {
                        found = file.read();
                    }
                });
            }
        }
    }
}
