package io.zrs.cli;

import java.lang.reflect.Proxy;

/**
 * Signals after the first, which the JVM would not answer: it is ending already.
 *
 * <p>Java has no public way to hear them; {@code sun.misc.Signal}, which the JDK exports for this use, is looked up by name so
 * that the code compiles against the public API. Without it, they go unheard.
 */
final class FurtherSignals {
    private static final String[] NAMES = {"INT", "TERM", "HUP"};

    private FurtherSignals() {}

    /** Has {@code action} run, on a thread of its own, whenever one comes. */
    static void tell(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object listener = Proxy.newProxyInstance(
                    FurtherSignals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            for (String name : NAMES) {
                Object known = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, known, listener);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // One that is ignored by whoever started this process, or a JVM without signals: the first one works.
            return;
        }
    }
}
