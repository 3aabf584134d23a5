package io.zrs.cli.doctor;

import io.zrs.doctor.Attempt;
import io.zrs.doctor.Attempt.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;

/** Tries whether a TCP port is open. */
final class Knock {
    private static final int PATIENCE_MILLIS = 1000;

    private Knock() {}

    static Attempt at(InetAddress address, int port) {
        return new Attempt(address.getHostAddress(), port, outcome(address, port));
    }

    private static Outcome outcome(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return Outcome.OPEN;
        } catch (SocketTimeoutException e) {
            return Outcome.TIMED_OUT;
        } catch (ConnectException e) {
            // The kernel gives up by itself where somebody has set it to few attempts.
            boolean late =
                    String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("timed out");
            return late ? Outcome.TIMED_OUT : Outcome.REFUSED;
        } catch (IOException e) {
            return Outcome.UNREACHABLE;
        }
    }
}
