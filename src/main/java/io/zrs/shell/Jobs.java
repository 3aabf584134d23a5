package io.zrs.shell;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What runs while typing goes on. */
final class Jobs implements AutoCloseable {
    private final Map<Integer, Job> running = new TreeMap<>();
    private final Consumer<Job> onEnd;

    /** {@code onEnd} hears of each job that has ended, on a thread of its own. */
    Jobs(Consumer<Job> onEnd) {
        this.onEnd = onEnd;
    }

    /** Takes one that has been started. */
    synchronized Job add(int number, String text, Pipeline pipeline) {
        Job job = new Job(number, text, pipeline, new CompletableFuture<>());
        running.put(number, job);
        Thread watch = new Thread(() -> watch(job), "zrs-shell-job-" + number);
        watch.setDaemon(true);
        watch.start();
        return job;
    }

    /** The lowest number that is free. */
    synchronized int nextNumber() {
        int number = 1;
        while (running.containsKey(number)) {
            number++;
        }
        return number;
    }

    private void watch(Job job) {
        int code = Stop.INTERRUPTED;
        try {
            code = job.pipeline().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            running.remove(job.number());
        }
        job.end().complete(code);
        onEnd.accept(job);
    }

    /** Those that run, by number. */
    synchronized List<Job> all() {
        return new ArrayList<>(running.values());
    }

    /** Whether output has to say whose it is. */
    synchronized boolean areSeveral() {
        return running.size() > 1;
    }

    /**
     * The job of that name.
     *
     * @param name such as {@code %1}
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there is none, {@link ErrorCode#INVALID} if it is no name
     */
    synchronized Job find(String name) {
        try {
            Job job = running.get(Integer.parseInt(name.startsWith("%") ? name.substring(1) : name));
            if (job == null) {
                throw new ZrsException(ErrorCode.NOT_FOUND, "there is no job " + name, "see 'jobs'");
            }
            return job;
        } catch (NumberFormatException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + name + "' is no job", "name it as %1; see 'jobs'", e);
        }
    }

    /**
     * The job that was begun last.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there is none
     */
    synchronized Job last() {
        List<Job> all = all();
        if (all.isEmpty()) {
            throw new ZrsException(ErrorCode.NOT_FOUND, "there is no job", "end a command with & to make it one");
        }
        return all.get(all.size() - 1);
    }

    /** Ends them all, and waits until they have. */
    @Override
    public void close() {
        List<Job> left = all();
        left.forEach(job -> job.pipeline().end());
        for (Job job : left) {
            try {
                job.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
