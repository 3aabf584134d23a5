package io.zrs.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.expect.Trial.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random trains of messages against random expectations, compared with what a list of all messages says. */
class WatchPropertyTest {
    private static final long WITHIN = 5000;
    private static final int ROUNDS = 3000;
    private static final List<Supplier<Words>> KINDS = List.of(
            Trial::expect,
            () -> Trial.expect().count("4"),
            () -> Trial.expect().count("2..5"),
            () -> Trial.expect().count("..3"),
            () -> Trial.expect().filter("x == 1"),
            () -> Trial.expect().filter("x == 1").count("2..4"),
            () -> Trial.expect().every("x == 1"),
            () -> Trial.expect().silent(),
            () -> Trial.expect().filter("x == 1").silent(),
            () -> Trial.expect().hz("1..2"),
            () -> Trial.expect().hz("0.5..").filter("x == 1"));

    private record Arrival(long millis, boolean matches) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithAListAndNeverChanges(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            int kind = random.nextInt(KINDS.size());
            List<Arrival> train = train(random);
            Trial trial = KINDS.get(kind).get().start();
            String certain = "";
            for (Arrival arrival : train) {
                trial.pass(arrival.millis());
                trial.at(arrival.millis(), arrival.matches() ? "{\"x\":1}" : "{\"x\":2}");
                assertTrue(trial.told().startsWith(certain), certain + " became " + trial.told());
                certain = trial.told();
            }
            trial.pass(3 * WITHIN);
            assertTrue(trial.told().startsWith(certain), certain + " became " + trial.told());
            assertTrue(trial.isDone());
            assertEquals(model(kind, train), trial.watch().findings().get(0).outcome(), kind + " " + train);
        }
    }

    private static List<Arrival> train(Random random) {
        List<Arrival> train = new ArrayList<>();
        int most = random.nextInt(12);
        int matching = random.nextInt(3);
        long at = random.nextInt(1500);
        for (int i = 0; i < most; i++) {
            train.add(new Arrival(at, matching == 0 || matching == 1 && random.nextBoolean()));
            at += random.nextInt(1500);
        }
        return train;
    }

    private static Outcome model(int kind, List<Arrival> train) {
        List<Arrival> all = train.stream().filter(a -> a.millis() < WITHIN).toList();
        long matching = all.stream().filter(Arrival::matches).count();
        return switch (kind) {
            case 0 -> count(all.size(), 1, Long.MAX_VALUE);
            case 1 -> count(all.size(), 4, Long.MAX_VALUE);
            case 2 -> count(all.size(), 2, 5);
            case 3 -> count(all.size(), 0, 3);
            case 4 -> count(matching, 1, Long.MAX_VALUE);
            case 5 -> count(matching, 2, 4);
            case 6 -> all.isEmpty() ? Outcome.TIMEOUT : matching == all.size() ? Outcome.PASS : Outcome.FAIL;
            case 7 -> count(all.size(), 0, 0);
            case 8 -> count(matching, 0, 0);
            case 9 -> rate(train, 1, 2);
            default -> rate(train.stream().filter(Arrival::matches).toList(), 0.5, 1e9);
        };
    }

    private static Outcome count(long count, long least, long most) {
        return count > most ? Outcome.FAIL : count < least ? Outcome.TIMEOUT : Outcome.PASS;
    }

    private static Outcome rate(List<Arrival> train, double least, double most) {
        if (train.isEmpty() || train.get(0).millis() >= WITHIN) {
            return Outcome.TIMEOUT;
        }
        long first = train.get(0).millis();
        List<Arrival> in =
                train.stream().filter(a -> a.millis() < first + WITHIN).toList();
        long last = in.get(in.size() - 1).millis();
        double window = in.size() * 1000.0 / WITHIN;
        double rate = last == first ? window : Math.min(window, (in.size() - 1) * 1000.0 / (last - first));
        return rate >= least && rate <= most ? Outcome.PASS : Outcome.FAIL;
    }
}
