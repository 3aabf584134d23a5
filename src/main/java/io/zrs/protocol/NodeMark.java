package io.zrs.protocol;

import io.zrs.model.NodeId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a data connection says whose it is. A zrs master subscribes the publishers of a topic that nodes of protocol 2
 * publish on to {@link #prefix} as well, and a zrs publisher answers with one frame, {@code PREFIX INSTANCE}, before any
 * message; other masters never ask and other publishers never answer. A subscriber says it with {@link
 * SubscriptionGate}.
 *
 * <p>A publisher that would rather be held back than have messages dropped for a slow subscriber says so behind the
 * instance, {@code PREFIX INSTANCE patient}; it may say it again later, between messages, when that has become so.
 */
public final class NodeMark {
    private static final String PREFIX = "\0zrs/node";

    private static final String PATIENT = " patient";

    /** The longest mark, in bytes. */
    public static final int MAX_BYTES = 10 + NodeId.MAX_INSTANCE_CHARS + PATIENT.length();

    private NodeMark() {}

    /** What the master subscribes a publisher to; a new array on each call. */
    public static byte[] prefix() {
        return PREFIX.getBytes(StandardCharsets.US_ASCII);
    }

    /** The body of the frame that says that this connection is the node's. */
    public static byte[] of(String instance) {
        return (PREFIX + " " + instance).getBytes(StandardCharsets.US_ASCII);
    }

    /** As {@link #of}, for a publisher that is to be held back rather than to have messages dropped. */
    public static byte[] ofPatient(String instance) {
        return (PREFIX + " " + instance + PATIENT).getBytes(StandardCharsets.US_ASCII);
    }

    /** The instance that a frame's body names; null if it is no mark or what it names is no instance. */
    public static String instanceIn(byte[] body) {
        int end = body.length - (isPatient(body) ? PATIENT.length() : 0);
        return instanceBehind(PREFIX, Arrays.copyOf(body, end));
    }

    /** Whether the mark is that of a patient publisher. */
    public static boolean isPatient(byte[] mark) {
        String text = new String(mark, StandardCharsets.ISO_8859_1);
        return text.endsWith(PATIENT) && text.indexOf(' ') < text.length() - PATIENT.length();
    }

    /** What follows the prefix and one blank, if that is an instance; else null. */
    static String instanceBehind(String prefix, byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(prefix + " ")) {
            return null;
        }
        String instance = text.substring(prefix.length() + 1);
        return NodeId.isInstance(instance) ? instance : null;
    }
}
