package io.zrs.zmtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The properties that a handshake carries (RFC 23, "Connection Metadata"); names are compared without case. */
final class PeerMetadata {
    static final String SOCKET_TYPE = "Socket-Type";

    private static final int LENGTH_BYTES = 4;

    private final Map<String, byte[]> properties = new TreeMap<>();

    private PeerMetadata() {}

    static PeerMetadata parse(byte[] data) throws ZmtpViolation {
        PeerMetadata metadata = new PeerMetadata();
        ByteBuffer in = ByteBuffer.wrap(data);
        while (in.hasRemaining()) {
            int nameLength = in.get() & 0xff;
            if (nameLength == 0 || in.remaining() < nameLength + LENGTH_BYTES) {
                throw malformed();
            }
            byte[] name = new byte[nameLength];
            in.get(name);
            int valueLength = in.getInt();
            if (valueLength < 0 || valueLength > in.remaining()) {
                throw malformed();
            }
            byte[] value = new byte[valueLength];
            in.get(value);
            metadata.properties.put(key(new String(name, StandardCharsets.US_ASCII)), value);
        }
        return metadata;
    }

    private static ZmtpViolation malformed() {
        return new ZmtpViolation("malformed metadata in the handshake");
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The property's value as text, or an empty string. */
    String text(String name) {
        byte[] value = properties.get(key(name));
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    /** One property, encoded. */
    static byte[] encode(String name, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(name.length());
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(LENGTH_BYTES).putInt(value.length).array());
        out.writeBytes(value);
        return out.toByteArray();
    }
}
