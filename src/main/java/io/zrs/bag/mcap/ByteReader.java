package io.zrs.bag.mcap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads MCAP's serialization (specification, "Serialization"); a length is believed only up to the end of the bytes. */
final class ByteReader {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final long U32 = 0xFFFFFFFFL;
    private static final int U16 = 0xFFFF;
    private static final int COUNT = Short.BYTES + Long.BYTES;

    private final byte[] bytes;
    private final int end;
    private int at;

    ByteReader(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    static int u16(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & U16;
    }

    static int i32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long u64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Where the next value begins. */
    int at() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    private int take(int count) {
        if (count > end - at) {
            throw new MalformedException("it ends within a field");
        }
        int from = at;
        at += count;
        return from;
    }

    /** Of the bytes from there up to where the next value begins. */
    int checksum(int from) {
        return Checksum.of(bytes, from, at - from);
    }

    int u8() {
        return bytes[take(1)] & 0xFF;
    }

    int u16() {
        return u16(bytes, take(Short.BYTES));
    }

    /** The bits of an unsigned number, such as a checksum. */
    int bits32() {
        return i32(bytes, take(Integer.BYTES));
    }

    long u32() {
        return bits32() & U32;
    }

    long u64() {
        return u64(bytes, take(Long.BYTES));
    }

    /** Passes over so many bytes and says where they begin. */
    int skip(long count) {
        if (count < 0 || count > remaining()) {
            throw new MalformedException(
                    "it says that " + Long.toUnsignedString(count) + " bytes follow, and " + remaining() + " do");
        }
        return take((int) count);
    }

    byte[] data(long count) {
        int from = skip(count);
        return Arrays.copyOfRange(bytes, from, at);
    }

    String string() {
        long length = u32();
        int from = skip(length);
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }

    /** A field with a length of 4 bytes before it. */
    private ByteReader field() {
        long length = u32();
        int from = skip(length);
        return new ByteReader(bytes, from, (int) length);
    }

    Map<String, String> strings() {
        ByteReader field = field();
        Map<String, String> map = new LinkedHashMap<>();
        while (field.remaining() > 0) {
            map.put(field.string(), field.string());
        }
        return map;
    }

    /** A map of channels to numbers. */
    SortedMap<Integer, Long> counts() {
        ByteReader field = field();
        SortedMap<Integer, Long> map = new TreeMap<>();
        while (field.remaining() > 0) {
            map.put(field.u16(), field.u64());
        }
        return map;
    }

    /** The keys alone of a map of channels to numbers, ascending, each once. */
    char[] countKeys() {
        ByteReader field = field();
        char[] keys = new char[field.remaining() / COUNT];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (char) field.u16();
            field.u64();
        }
        return Numbers.sorted(keys);
    }

    /** An array of pairs of numbers, as one array after the other. */
    long[][] pairs() {
        ByteReader field = field();
        int count = field.remaining() / (2 * Long.BYTES);
        long[][] pairs = new long[2][count];
        for (int i = 0; i < count; i++) {
            pairs[0][i] = field.u64();
            pairs[1][i] = field.u64();
        }
        return pairs;
    }
}
