"""A half-open connection: the other end has gone and TCP does not know."""

import struct
import threading
import time

from scenario import scenario
from zmtp_raw import COMMAND, Closed, Peer, command, frame
from zrs_p1 import Node, deliver


@scenario()
def pings_are_answered(master):
    with Node("n", master.port) as node:
        ports = {master.port: b"REQ", node.register_publish("BARO"): b"PUB", node.subscribe("BARO"): b"SUB"}
        for port, kind in ports.items():
            for context in (b"", b"x", b"0123456789abcdef"):
                with Peer(port).handshake(kind) as peer:
                    peer.send(command(b"PING", struct.pack(">H", 100) + context))
                    flags, body = peer.frame()
                    while not body.startswith(b"\x04PONG"):
                        flags, body = peer.frame()
                    assert (flags, body) == (COMMAND, b"\x04PONG" + context), body


def watch(peer, answers, seen):
    """Notes each PING and the moment of the end, until the connection ends."""
    try:
        while True:
            flags, body = peer.frame()
            if flags & COMMAND and body.startswith(b"\x04PING"):
                seen.append("ping")
                if answers:
                    peer.send(command(b"PONG", body[7:]))
            elif b"over" in body:
                seen.append("over")
                return
    except (Closed, TimeoutError) as end:
        seen.append(type(end).__name__)


@scenario()
def the_silent_are_pinged_and_given_up(master):
    with Node("p", master.port) as p, Node("s", master.port) as s:
        ingress, egress = p.register_publish("BARO"), s.subscribe("BARO")
        began = time.monotonic()
        silent = [Peer(master.port).handshake(b"REQ"), Peer(ingress).handshake(b"PUB"), Peer(egress).handshake(b"SUB")]
        answering, old = Peer(egress).handshake(b"SUB"), Peer(egress).handshake(b"SUB", minor=0)
        answering.send(command(b"SUBSCRIBE", b"BARO"))
        old.send(frame(b"\x01BARO"))
        watched = [(peer, False, []) for peer in silent] + [(answering, True, []), (old, False, [])]
        threads = [threading.Thread(target=watch, args=each, daemon=True) for each in watched]
        for thread in threads:
            thread.start()
        for thread in threads[:3]:
            thread.join(60)
            assert not thread.is_alive(), "a silent peer is still connected"
        print(f"silent peers were gone after {time.monotonic() - began:.1f} s")
        for _, _, seen in watched[:3]:
            assert "ping" in seen and seen[-1] == "Closed", seen
        deliver("BARO", p, s)
        p.publish("BARO", "over")
        for thread, (_, _, seen) in zip(threads[3:], watched[3:]):
            thread.join(60)
            assert seen and seen[-1] == "over", f"one that answers, or cannot, was given up: {seen}"
        assert "ping" in watched[3][2] and "ping" not in watched[4][2], (watched[3][2], watched[4][2])
        for peer, _, _ in watched:
            peer.close()
