package io.zrs.zmtp;

/** No authentication and no confidentiality: the two sides exchange their metadata (RFC 23, "The NULL Mechanism"). */
final class NullMechanism implements Mechanism {
    static final String NAME = "NULL";

    private final SocketType local;
    private SocketType peer;

    NullMechanism(SocketType local) {
        this.local = local;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte[] answer(Command command) throws ZmtpViolation {
        if (command.name().equals(Command.ERROR)) {
            throw new ZmtpViolation("the peer ended the handshake");
        }
        if (!command.name().equals(Command.READY)) {
            throw new ZmtpViolation("a command other than READY in the handshake");
        }
        String type = PeerMetadata.parse(command.data()).text(PeerMetadata.SOCKET_TYPE);
        SocketType candidate = SocketType.ofWireName(type);
        if (candidate == null || !local.peers().contains(candidate)) {
            throw new ZmtpViolation("wrong socket type; this port takes " + names());
        }
        peer = candidate;
        return Command.encode(Command.READY, PeerMetadata.encode(PeerMetadata.SOCKET_TYPE, local.wireName()));
    }

    private String names() {
        return String.join(
                " and ", local.peers().stream().map(SocketType::name).sorted().toList());
    }

    @Override
    public boolean isComplete() {
        return peer != null;
    }

    @Override
    public SocketType peerType() {
        return peer;
    }
}
