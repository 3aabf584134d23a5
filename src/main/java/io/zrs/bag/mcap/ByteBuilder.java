package io.zrs.bag.mcap;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Bytes under construction, in MCAP's serialization: little-endian, with lengths in bytes before strings and maps. */
final class ByteBuilder {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes;
    private int length;

    ByteBuilder(int capacity) {
        bytes = new byte[capacity];
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    /** The bytes, of which the first {@link #length()} count. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    int capacity() {
        return bytes.length;
    }

    void clear() {
        length = 0;
    }

    /** Makes it so long again as it was; forgets what came behind. */
    void truncate(int to) {
        length = to;
    }

    /** Grows to at least so much; what is there stays. */
    void reserve(long more) {
        long needed = length + more;
        if (needed > bytes.length) {
            if (needed > LARGEST) {
                throw new ZrsException(
                        ErrorCode.INVALID, "a record of " + more + " bytes is longer than this can hold", "split it");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(needed, 2L * bytes.length)));
        }
    }

    /** The capacity that {@link #reserve} would leave. */
    long capacityWith(long more) {
        long needed = length + more;
        return needed <= bytes.length ? bytes.length : Math.max(needed, Math.min(LARGEST, 2L * bytes.length));
    }

    /** Gives back what is not used. */
    void trim() {
        bytes = Arrays.copyOf(bytes, length);
    }

    /** Writes over two bytes that are there. */
    void putU16(int at, int value) {
        SHORT.set(bytes, at, (short) value);
    }

    /** Writes over four bytes that are there. */
    void putU32(int at, int value) {
        INT.set(bytes, at, value);
    }

    ByteBuilder u8(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
        return this;
    }

    ByteBuilder u16(int value) {
        reserve(Short.BYTES);
        SHORT.set(bytes, length, (short) value);
        length += Short.BYTES;
        return this;
    }

    ByteBuilder u32(int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, length, value);
        length += Integer.BYTES;
        return this;
    }

    ByteBuilder u64(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, length, value);
        length += Long.BYTES;
        return this;
    }

    ByteBuilder raw(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
        return this;
    }

    ByteBuilder raw(byte[] source) {
        return raw(source, 0, source.length);
    }

    ByteBuilder string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return u32(utf8.length).raw(utf8);
    }

    ByteBuilder strings(Map<String, String> map) {
        int start = openU32();
        map.forEach((key, value) -> string(key).string(value));
        closeU32(start);
        return this;
    }

    /** Leaves room for a length of 4 bytes, for {@link #closeU32}. */
    int openU32() {
        u32(0);
        return length;
    }

    /** Says how long it is what came since {@code start}. */
    void closeU32(int start) {
        INT.set(bytes, start - Integer.BYTES, length - start);
    }

    /** Begins a record: its opcode, and room for its length, for {@link #closeRecord}. */
    int openRecord(int opcode) {
        u8(opcode).u64(0);
        return length;
    }

    /** Says how long the record is that began at {@code start}. */
    void closeRecord(int start) {
        LONG.set(bytes, start - Long.BYTES, (long) length - start);
    }
}
