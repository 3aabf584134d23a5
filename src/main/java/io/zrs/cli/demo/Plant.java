package io.zrs.cli.demo;

import io.zrs.client.MasterAddress;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A small plant. Two redundant sensors measure the same thing at different rates, a processor doubles what they say, a
 * watcher sends a STOP when that is too much; on it the first sensor and the processor stop, and the second sensor goes
 * on.
 */
final class Plant implements AutoCloseable {
    private static final TopicName SENSOR_DATA = new TopicName("SENSOR_DATA");
    private static final TopicName PROCESSED_DATA = new TopicName("PROCESSED_DATA");
    private static final TopicName COMMANDS = new TopicName("COMMANDS");

    private static final String STOP = "STOP";
    private static final double LIMIT = 3;
    private static final long SENSOR_A_MILLIS = 500;
    private static final long SENSOR_B_MILLIS = 800;

    /** What both sensors measure rises from 1 by this much a second, and so passes half the limit after some seconds. */
    private static final double RISE_PER_SECOND = 0.1;

    private static final double HIGHEST = 1.9;
    private static final double NOISE = 0.1;

    private final MasterAddress master;
    private final DemoView view;
    private final List<Machine> machines = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final long startedAt = System.nanoTime();

    private Plant(MasterAddress master, DemoView view) {
        this.master = master;
        this.view = view;
    }

    /** Connects every node and lets the plant run. */
    static Plant start(MasterAddress master, DemoView view) {
        Plant plant = new Plant(master, view);
        plant.startWatcher();
        plant.startProcessor();
        plant.startSensor("sensor_a", SENSOR_A_MILLIS, true);
        plant.startSensor("sensor_b", SENSOR_B_MILLIS, false);
        return plant;
    }

    private void startSensor(String name, long periodMillis, boolean stoppable) {
        Machine sensor = machine(name, SENSOR_DATA);
        if (stoppable) {
            stopOnCommand(sensor);
        }
        clock.scheduleAtFixedRate(
                () -> sensor.publish(number(measured())), periodMillis, periodMillis, TimeUnit.MILLISECONDS);
    }

    private double measured() {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        return Math.min(HIGHEST, 1 + RISE_PER_SECOND * seconds)
                + ThreadLocalRandom.current().nextDouble(NOISE);
    }

    private void startProcessor() {
        Machine processor = machine("processor", PROCESSED_DATA);
        stopOnCommand(processor);
        processor.listen(SENSOR_DATA, text -> value(text).ifPresent(value -> processor.publish(number(2 * value))));
    }

    private void startWatcher() {
        Machine watcher = machine("watcher", COMMANDS);
        AtomicBoolean watching = new AtomicBoolean(true);
        watcher.listen(PROCESSED_DATA, text -> {
            if (value(text).orElse(0) > LIMIT && watching.getAndSet(false)) {
                watcher.publish(STOP);
            }
        });
    }

    private static void stopOnCommand(Machine machine) {
        machine.listen(COMMANDS, text -> {
            if (text.equals(STOP)) {
                machine.stop();
            }
        });
    }

    private Machine machine(String name, TopicName topic) {
        Machine machine = new Machine(master, name, topic, view);
        machines.add(machine);
        return machine;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** The number that {@code text} is; none for what others may publish here. */
    private static OptionalDouble value(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        machines.forEach(Machine::close);
    }
}
