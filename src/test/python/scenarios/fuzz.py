"""Hostile bytes over TCP: split anywhere, false lengths, thousands of connections. The master lives, idles, serves."""

import contextlib
import random
import socket
import struct
import threading

import zmtp_raw
from scenario import scenario
from scenarios.garbage import STRANGERS
from zmtp_raw import COMMAND, LONG, MORE, Closed, Peer, command, frame, wait_until_read
from zrs_p1 import Node, deliver, settle

GATE = b"\0zrs/gate"
CONNECTIONS = 10_000
PARALLEL = 8
MOST_RESIDENT = 400 << 20
# On a busy machine a handshake that is sent byte by byte takes longer than the master's own limit.
PATIENT = ("--handshake-timeout", "600s")


@contextlib.contextmanager
def fuzzed(master):
    """A topic FUZZ to be attacked, beside a pair of nodes on BARO that must not notice. Gives FUZZ's two ports."""
    with Node("p", master.port) as p, Node("s", master.port) as s, Node("target", master.port) as target:
        p.register_publish("BARO")
        s.subscribe("BARO")
        settle("BARO", p, s)
        yield target.grant("REQUEST_PUB", "FUZZ"), target.grant("REQUEST_SUB", "FUZZ")
        deliver("BARO", p, s, count=1000)
        master.idles()
        resident = master.resident_bytes()
        print(f"resident: {resident >> 20} MiB")
        assert resident < MOST_RESIDENT, f"{resident >> 20} MiB after the attack"


def opening(kind, minor=1):
    return zmtp_raw.greeting(minor=minor) + zmtp_raw.ready(kind)


def skip_handshake(peer):
    peer.read(64)
    flags, body = peer.frame()
    assert flags == COMMAND and body.startswith(b"\x05READY"), body


def split_everywhere(port, session, check):
    """Sends `session` in two parts, cut at every byte, on as many connections; the second part only when the first has
    been read. `check` looks at what comes back."""
    cuts = range(1, len(session))
    with contextlib.ExitStack() as stack:
        peers = [stack.enter_context(Peer(port)) for _ in cuts]
        for peer, cut in zip(peers, cuts):
            peer.send(session[:cut])
        wait_until_read(peers)
        for peer, cut in zip(peers, cuts):
            peer.send(session[cut:])
        for peer, cut in zip(peers, cuts):
            try:
                skip_handshake(peer)
                check(peer)
            except (Closed, TimeoutError, AssertionError) as failure:
                raise AssertionError(f"cut after {cut} of {len(session)} bytes: {failure!r}") from failure


@scenario(*PATIENT)
def requests_split_at_every_byte(master):
    request = frame(b"", MORE) + frame(b"LIST_ALL_TOPICS some node null")

    def check(peer):
        assert peer.frame() == (MORE, b"") and peer.frame() == (0, b"BARO,FUZZ")

    with fuzzed(master):
        split_everywhere(master.port, opening(b"REQ") + request, check)
        split_everywhere(master.port, opening(b"DEALER", minor=0) + request, check)


@scenario(*PATIENT)
def subscriptions_split_at_every_byte(master):
    def check(peer):
        assert peer.message() == GATE + b" FUZZ"

    with fuzzed(master) as (_, egress):
        split_everywhere(egress, opening(b"SUB") + command(b"SUBSCRIBE", b"FUZZ") + command(b"SUBSCRIBE", GATE), check)
        split_everywhere(egress, opening(b"XSUB", minor=0) + frame(b"\x01FUZZ") + frame(b"\x01" + GATE), check)


@scenario(*PATIENT)
def messages_split_at_every_byte(master):
    tail = frame(b"FUZZ one", MORE) + frame(b"two") + frame(b"FUZZ " + b"x" * 295) + frame(b"FUZZ three")
    with fuzzed(master) as (ingress, _), Node("watcher", master.port) as watcher, Node("n", master.port) as node:
        watcher.subscribe("FUZZ")
        node.register_publish("FUZZ")
        settle("FUZZ", node, watcher)
        session = opening(b"PUB") + tail
        split_everywhere(ingress, session, lambda peer: None)
        received = [watcher.subscribers["FUZZ"].recv_multipart() for _ in range(3 * (len(session) - 1))]
        for message in ([b"FUZZ one", b"two"], [b"FUZZ " + b"x" * 295], [b"FUZZ three"]):
            assert received.count(message) == len(session) - 1, f"{received.count(message)} of {message}"


@scenario(*PATIENT)
def one_byte_at_a_time(master):
    with fuzzed(master) as (ingress, egress), Peer(master.port) as req, Peer(egress) as sub, Peer(ingress) as pub:
        sessions = {
            req: opening(b"REQ") + frame(b"", MORE) + frame(b"LIST_ALL_TOPICS slow null"),
            sub: opening(b"SUB") + command(b"SUBSCRIBE", b"FUZZ") + command(b"SUBSCRIBE", GATE),
            pub: opening(b"PUB") + frame(b"FUZZ unheard"),
        }
        for index in range(max(map(len, sessions.values()))):
            for peer, session in sessions.items():
                peer.send(session[index : index + 1])
            wait_until_read(sessions)
        for peer in sessions:
            skip_handshake(peer)
        assert req.frame() == (MORE, b"") and req.frame() == (0, b"BARO,FUZZ")
        assert sub.message() == GATE + b" FUZZ"
        for byte in frame(b"FUZZ heard"):
            pub.send(bytes([byte]))
        assert sub.message() == b"FUZZ heard"


@scenario()
def hostile_lengths(master):
    powers = [1 << 62, 1 << 40, 1 << 32, 1 << 31]
    lengths = [-1, -(1 << 63), (1 << 63) - 1, (1 << 32) - 1, (1 << 31) - 1, (64 << 20) + 1] + powers
    with fuzzed(master) as (ingress, egress):
        for port, kind in ((master.port, b"REQ"), (ingress, b"PUB"), (egress, b"SUB")):
            for length in lengths:
                for flags in (LONG, LONG | MORE, LONG | COMMAND):
                    data = bytes([flags]) + struct.pack(">Q", length & ((1 << 64) - 1)) + b"FUZZ and some bytes more"
                    for start in (b"", opening(kind)):
                        with Peer(port) as peer:
                            peer.send((start or zmtp_raw.greeting()) + data)
                            peer.wait_for_close()


@scenario()
def control_frames_over_their_limit(master):
    with fuzzed(master) as (ingress, egress):
        big = b"x" * 70_000
        for port, kind, data in (
            (egress, b"SUB", command(b"SUBSCRIBE", big)),
            (egress, b"SUB", frame(b"\x01" + big)),
            (ingress, b"PUB", command(b"PING", b"\0\0" + big)),
            (master.port, b"REQ", command(b"PING", b"\0\0" + big)),
        ):
            with Peer(port).handshake(kind) as peer:
                peer.send(data)
                peer.wait_for_close()


@scenario()
def a_message_without_end(master):
    part = frame(b"FUZZ" + bytes(1 << 20), MORE)
    with fuzzed(master) as (ingress, egress):
        for port, kind in ((ingress, b"PUB"), (master.port, b"REQ"), (egress, b"SUB")):
            with Peer(port).handshake(kind) as peer:
                sent = 0
                while sent < 200 and peer.send(part):
                    sent += 1
                assert sent < 200, "200 MiB of one message were taken"


def mutated(dice, session):
    """A valid session with a few bytes changed, taken away or put in."""
    data = bytearray(session)
    for _ in range(dice.randrange(1, 6)):
        position = dice.randrange(len(data))
        action = dice.randrange(3)
        if action == 0:
            data[position] = dice.randrange(256)
        elif action == 1:
            del data[position : position + dice.randrange(1, 20)]
        else:
            data[position:position] = dice.randbytes(dice.randrange(1, 20))
    return bytes(data)


def attack(port_sessions, seed, count):
    dice = random.Random(seed)
    for _ in range(count):
        port, session = dice.choice(port_sessions)
        noise, stranger = dice.randbytes(dice.randrange(200)), dice.choice(list(STRANGERS.values()))
        data = dice.choice((noise, stranger, mutated(dice, session)))
        with Peer(port) as peer:
            if dice.random() < 0.8:
                peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            peer.send(data)


@scenario()
def ten_thousand_connections_of_garbage(master):
    with fuzzed(master) as (ingress, egress):
        port_sessions = [
            (master.port, opening(b"REQ") + frame(b"", MORE) + frame(b"LIST_ALL_TOPICS fuzz null")),
            (egress, opening(b"SUB") + command(b"SUBSCRIBE", b"FUZZ") + command(b"CANCEL", b"FUZZ")),
            (ingress, opening(b"PUB") + frame(b"FUZZ one", MORE) + frame(b"two") + frame(b"FUZZ " + b"x" * 295)),
        ]
        failures = []

        def worker(seed):
            try:
                attack(port_sessions, seed, CONNECTIONS // PARALLEL)
            except Exception as failure:  # told by the scenario's own thread
                failures.append(failure)

        threads = [threading.Thread(target=worker, args=(seed,)) for seed in range(PARALLEL)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failures, failures


@scenario()
def subscribers_that_never_read_their_answers(master):
    with fuzzed(master):
        request = (frame(b"", MORE) + frame(b"LIST_ALL_TOPICS greedy null")) * 1000
        with Peer(master.port).handshake(b"DEALER") as greedy:
            greedy.socket.settimeout(2)
            try:
                for _ in range(500):
                    greedy.send(request)
            except TimeoutError:
                pass  # the master may stop to read from one that does not read
