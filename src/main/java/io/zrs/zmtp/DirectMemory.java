package io.zrs.zmtp;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;

/**
 * Allocates direct buffers and gives them back at once.
 *
 * <p>Java 17 has no public way to free a direct buffer; {@code sun.misc.Unsafe.invokeCleaner}, which the JDK exports for
 * this use, is looked up by name so that the code compiles against the public API. Without it the collector frees them.
 */
final class DirectMemory {
    private final Object unsafe;
    private final Method cleaner;

    DirectMemory() {
        Object instance = null;
        Method method = null;
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            instance = field.get(null);
            method = type.getMethod("invokeCleaner", ByteBuffer.class);
        } catch (ReflectiveOperationException | RuntimeException e) {
            method = null; // this JVM frees direct memory by collection alone
        }
        unsafe = instance;
        cleaner = method;
    }

    /** A zeroed buffer, or null if there is no memory for it. */
    ByteBuffer allocate(int bytes) {
        try {
            return ByteBuffer.allocateDirect(bytes);
        } catch (OutOfMemoryError e) {
            return null;
        }
    }

    /** Frees the buffer's memory; nobody may use the buffer or a view of it afterwards. */
    void free(ByteBuffer buffer) {
        if (cleaner == null) {
            return;
        }
        try {
            cleaner.invoke(unsafe, buffer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the JVM did not free a direct buffer", e);
        }
    }
}
