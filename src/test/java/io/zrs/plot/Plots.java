package io.zrs.plot;

/** Plots to be drawn. */
final class Plots {
    /** Sunday, 2026-03-01 12:34:56 UTC. */
    static final long NOW = 1_772_368_496_000_000_000L;

    private static final long MILLI = 1_000_000;

    private Plots() {}

    /** Half a minute of three series: waves with a spike, a pause of some seconds, and a truth value. */
    static Plot three() {
        Plot plot = new Plot();
        Series wave = plot.add("/odom.pose.x");
        Series other = plot.add("/odom.pose.y");
        Series truth = plot.add("/motor/on");
        for (int i = 0; i <= 3000; i++) {
            long nanos = NOW - 30_000 * MILLI + i * 10 * MILLI;
            plot.sample(wave, nanos, i == 1800 ? 2.4 : Math.sin(i / 150.0));
            if (i < 1100 || i > 1500) {
                plot.sample(other, nanos, 0.8 * Math.cos(i / 100.0));
            }
            if (i % 100 == 0) {
                plot.sample(truth, nanos, i / 700 % 2);
            }
        }
        return plot;
    }
}
