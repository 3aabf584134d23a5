package io.zrs.cli.doctor;

import io.zrs.doctor.NetworkFacts.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Who listens and is no master, by what it says: of itself, or to a web browser.
 *
 * @param answer what it is
 * @param said the beginning of what it said; may be empty
 */
record Stranger(Answer answer, String said) {
    private static final int PATIENCE_MILLIS = 500;
    private static final int MOST = 40;

    /** The first byte of a greeting of ZMTP (rfc.zeromq.org/spec/23). */
    private static final int ZMTP = 0xff;

    private static final byte[] QUESTION = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Connects, listens, and asks once. */
    static Stranger at(String ip, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(ip, port), 2 * PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            byte[] first = read(socket.getInputStream());
            if (first.length == 0) {
                socket.getOutputStream().write(QUESTION);
                first = read(socket.getInputStream());
            }
            return of(first);
        } catch (IOException e) {
            return new Stranger(Answer.SILENCE, "");
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        byte[] buffer = new byte[MOST];
        try {
            int count = in.read(buffer);
            return count <= 0 ? new byte[0] : Arrays.copyOf(buffer, count);
        } catch (SocketTimeoutException e) {
            return new byte[0];
        }
    }

    static Stranger of(byte[] bytes) {
        if (bytes.length == 0) {
            return new Stranger(Answer.SILENCE, "");
        }
        if ((bytes[0] & 0xff) == ZMTP) {
            return new Stranger(Answer.ZEROMQ, "");
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String line = text.lines().findFirst().orElse("").strip();
        return new Stranger(text.startsWith("HTTP/") ? Answer.HTTP : Answer.OTHER, line);
    }
}
