package io.zrs.client;

import io.zrs.protocol.NodeMark;
import java.util.OptionalLong;

/**
 * The connection to the port where the master takes one topic's messages: whether it is open, and to whose registration.
 * Guarded by the lock of its sender, with which its events are told.
 */
final class IngressLink {
    /** What becomes of a connection. */
    interface Events {
        /** It is open again, and it is in doubt to whom; must return at once. */
        void reopenedInDoubt();

        /** Messages pass from now on. */
        void opened();

        /** The registration has ended. */
        void registrationEnded();
    }

    private final Gate gate;
    private final String instance;
    private final NodeSocket socket;
    private final InFlight inFlight;
    private final Tally tally;
    private final Events events;

    /** Where the master takes this topic's messages; null before the first connection. */
    private MasterAddress ingress;

    private boolean patient;

    /** Whether the master has yet to be told whose the connection is, or that it is patient. */
    private boolean markDue;

    /**
     * Whether the way was lost since the master registered this end: then it may be another master, and nothing is sent
     * before that is settled.
     */
    private boolean inDoubt;

    /** Not connected yet. {@code prefix} is what every frame of the topic starts with. */
    IngressLink(byte[] prefix, String instance, NodeSocket socket, InFlight inFlight, Events events) {
        gate = new Gate(prefix);
        this.instance = instance;
        this.socket = socket;
        this.inFlight = inFlight;
        tally = inFlight.tally();
        this.events = events;
    }

    NodeSocket socket() {
        return socket;
    }

    /** Where it connects to; null if nowhere. */
    MasterAddress ingress() {
        return ingress;
    }

    /** Connects under this grant, or moves to its port; leaves a way to this port that is open as it is. */
    void connect(MasterAddress newPort, Grant grant) {
        attend();
        if (newPort.equals(ingress) && gate.isOpen()) {
            register(grant);
            settleDoubt();
            return;
        }
        if (ingress != null && !newPort.equals(ingress)) {
            endRegistration(OptionalLong.empty());
        }
        if (ingress != null) {
            // Even from the same port: it ends the pause between attempts, and revives one that was given up.
            socket.disconnect(ingress.endpoint());
        }
        register(grant);
        // While the old way still counts as open, its end is yet to be told, and will be taken for a loss.
        inDoubt = gate.isOpen() && tally.isCounted();
        ingress = newPort;
        socket.connect(ingress.endpoint());
        attend();
    }

    private void register(Grant grant) {
        tally.register(grant);
        gate.mustBeAsked(tally.isCounted());
    }

    /** The registration may be gone; as after a loss of the way. */
    void doubt() {
        inDoubt = tally.isCounted();
    }

    boolean isInDoubt() {
        return inDoubt;
    }

    /** The registration has outlived the loss of the way. */
    void resume() {
        attend();
        settleDoubt();
    }

    private void settleDoubt() {
        inDoubt = false;
        if (gate.isOpen()) {
            events.opened();
        }
    }

    /** Ends the registration, with the number of messages that came if that is known, and the way: {@link #connect} is next. */
    void startOver(OptionalLong received) {
        if (ingress != null) {
            socket.disconnect(ingress.endpoint());
            ingress = null;
        }
        endRegistration(received);
    }

    private void endRegistration(OptionalLong received) {
        inFlight.end(received);
        events.registrationEnded();
    }

    /** Whether messages pass. */
    boolean passes() {
        return gate.isOpen() && !inDoubt;
    }

    /**
     * Sends a frame, which it takes over, and looks what the socket has to tell; false if there is no room for it. Where
     * nothing {@linkplain #passes passes} afterwards, the socket has thrown it away.
     */
    boolean trySend(byte[] frame) {
        boolean taken = socket.trySend(frame);
        attend();
        return taken;
    }

    /** Looks what the socket has to tell. */
    void attend() {
        while (socket.hasInput()) {
            byte[] notice = socket.tryReceive();
            if (notice != null) {
                markDue |= Gate.asksWhose(notice);
                sendMark();
                heed(notice);
            }
        }
        sendMark();
    }

    private void sendMark() {
        if (markDue) {
            markDue = !socket.trySend(patient ? NodeMark.ofPatient(instance) : NodeMark.of(instance));
        }
    }

    /** From now on the master is to hold this connection back rather than to drop what comes over it. */
    void bePatient() {
        if (!patient) {
            patient = true;
            markDue = gate.isAsked();
            attend();
        }
    }

    private void heed(byte[] notice) {
        boolean before = gate.isOpen();
        gate.heed(notice);
        if (before && !gate.isOpen()) {
            inDoubt = tally.isCounted();
            inFlight.lose();
        }
        if (!before && gate.isOpen()) {
            if (ingress != null) {
                socket.heardFrom(ingress.port());
            }
            if (inDoubt) {
                events.reopenedInDoubt();
            } else {
                events.opened();
            }
        }
    }
}
