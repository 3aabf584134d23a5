package io.zrs.master.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * A state as the bytes of its file: one JSON object, {@code {"format":1,"crc32c":"…","state":{…}}} and a line feed. The
 * checksum is CRC-32C (RFC 3720, appendix B.4) of the bytes of the inner object, in eight hexadecimal digits, so that a
 * file that was torn or edited is known from one that was written.
 */
final class StateCodec {
    /** The form of the inner object; another one is another number. */
    static final int FORMAT = 1;

    private static final String FORMAT_START = "{\"format\":";
    private static final String CHECKSUM_START = ",\"crc32c\":\"";
    private static final String STATE_START = "\",\"state\":";
    private static final String END = "}\n";
    private static final int CHECKSUM_CHARS = 8;
    private static final int HEX = 16;
    private static final int MAX_FORMAT_DIGITS = 9;

    private StateCodec() {}

    /** Bytes that are no state's file; the message says why in a few words. */
    static final class DamageException extends Exception {
        private static final long serialVersionUID = 1L;

        DamageException(String reason) {
            super(reason);
        }

        DamageException(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    static byte[] encode(SavedState state) {
        byte[] body = StateJson.write(state);
        String checksum = hex(checksum(body, 0, body.length));
        byte[] head =
                (FORMAT_START + FORMAT + CHECKSUM_START + checksum + STATE_START).getBytes(StandardCharsets.US_ASCII);
        byte[] end = END.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + body.length + end.length)
                .put(head)
                .put(body)
                .put(end)
                .array();
    }

    static SavedState decode(byte[] bytes) throws DamageException {
        int at = skip(bytes, 0, FORMAT_START);
        int digits = at;
        while (digits < bytes.length && bytes[digits] >= '0' && bytes[digits] <= '9') {
            digits++;
        }
        checkFormat(text(bytes, at, digits));
        at = skip(bytes, digits, CHECKSUM_START);
        int afterChecksum = Math.min(bytes.length, at + CHECKSUM_CHARS);
        String checksum = text(bytes, at, afterChecksum);
        int start = skip(bytes, afterChecksum, STATE_START);
        int end = bytes.length - END.length();
        if (end < start || !text(bytes, end, bytes.length).equals(END)) {
            throw new DamageException("it is cut off");
        }
        if (!checksum.equals(hex(checksum(bytes, start, end)))) {
            throw new DamageException("its checksum is wrong");
        }
        return StateJson.read(bytes, start, end);
    }

    private static void checkFormat(String digits) throws DamageException {
        if (digits.isEmpty() || digits.length() > MAX_FORMAT_DIGITS) {
            throw new DamageException("it is not a master's state");
        }
        if (!digits.equals(Integer.toString(FORMAT))) {
            throw new DamageException("its format " + digits + " is not known to this version of zrs");
        }
    }

    private static int skip(byte[] bytes, int at, String expected) throws DamageException {
        int end = Math.min(bytes.length, at + expected.length());
        if (!expected.startsWith(text(bytes, at, end))) {
            throw new DamageException("it is not a master's state");
        }
        if (end - at < expected.length()) {
            throw new DamageException("it is cut off");
        }
        return end;
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static long checksum(byte[] bytes, int start, int end) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, start, end - start);
        return checksum.getValue();
    }

    private static String hex(long checksum) {
        String digits = Long.toString(checksum, HEX);
        return "0".repeat(CHECKSUM_CHARS - digits.length()) + digits;
    }
}
