package io.zrs.shell;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Keeps what was said. */
final class FakeVoice implements Voice {
    final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public void results(String lines) {
        said.addAll(List.of(lines.split("\n", -1)));
    }

    @Override
    public void note(String line) {
        said.add("zrs: " + line);
    }

    @Override
    public void tell(String line) {
        said.add(line);
    }

    void await(String line) {
        long end = System.nanoTime() + FakeCommands.PATIENCE.toNanos();
        while (!said.contains(line)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("'" + line + "' did not come; there is " + said);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
