package io.zrs.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Commands that do what tests need. */
final class FakeCommands implements Commands {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final List<String> called = new CopyOnWriteArrayList<>();
    final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    @Override
    public int run(List<String> words, Surroundings around) {
        called.add(String.join(" ", words));
        try {
            return switch (words.get(0)) {
                case "say" -> say(words, around);
                case "copy" -> copy(around);
                case "fail" -> Integer.parseInt(words.get(1));
                case "linger" -> await(around);
                case "ask" -> ask();
                case "answer" -> answer(around);
                case "sleep" -> sleep(around);
                case "stuck" -> stuck();
                case "flood" -> flood(around);
                case "crash" -> crash(around);
                default -> 0;
            };
        } catch (ClosedOutputException e) {
            return 0;
        } catch (IOException | InterruptedException e) {
            return 1;
        }
    }

    private static int say(List<String> words, Surroundings around) throws IOException {
        String text = String.join(" ", words.subList(1, words.size()));
        around.out().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private static int copy(Surroundings around) throws IOException {
        around.in().transferTo(around.out());
        return 0;
    }

    /** Handles its stop. */
    private int await(Surroundings around) throws IOException, InterruptedException {
        around.stop().handle(() -> {});
        waiting.countDown();
        boolean stopped = around.stop().await(PATIENCE);
        around.out().write("bye\n".getBytes(StandardCharsets.UTF_8));
        return stopped ? 5 : 1;
    }

    /** Waits for what another one says to it. */
    private int ask() throws InterruptedException {
        asked.countDown();
        return answered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? 0 : 1;
    }

    private int answer(Surroundings around) throws IOException, InterruptedException {
        boolean heard = asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        around.out().write("here\n".getBytes(StandardCharsets.UTF_8));
        answered.countDown();
        return heard ? 0 : 1;
    }

    /** Handles nothing. */
    private int sleep(Surroundings around) throws InterruptedException {
        waiting.countDown();
        Thread.sleep(PATIENCE.toMillis());
        return 0;
    }

    /** Hears nothing. */
    private int stuck() {
        waiting.countDown();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Thread.interrupted();
            LockSupport.parkNanos(1_000_000);
        }
        return 0;
    }

    private static int flood(Surroundings around) throws IOException {
        while (true) {
            around.out().write("again\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private int crash(Surroundings around) throws InterruptedException {
        around.stop().handle(() -> {});
        new Thread(() -> {
                    throw new IllegalStateException("broken");
                })
                .start();
        return around.stop().await(PATIENCE) ? 0 : 9;
    }

    @Override
    public Optional<String> foregroundOnly(List<String> words) {
        return words.get(0).equals("screen") ? Optional.of("it takes the screen") : Optional.empty();
    }

    @Override
    public boolean draws(List<String> words) {
        return words.get(0).equals("screen");
    }

    @Override
    public boolean knows(String word) {
        return Set.of(
                        "say", "ask", "answer", "copy", "fail", "linger", "sleep", "stuck", "flood", "crash", "screen",
                        "master")
                .contains(word);
    }

    @Override
    public Optional<String> nearMiss(String word, List<String> others) {
        return word.equals("sya")
                ? Optional.of("say")
                : others.stream().filter(word::startsWith).findFirst();
    }
}
