"""The master's limits: what is over them is refused and told, and nobody else notices."""

import contextlib
import json

from harness import Process, wait_until, zrs
from scenario import scenario
from zmtp_raw import Closed, Peer, command, frame
from zrs_p1 import Node, Refused, deliver, settle


@contextlib.contextmanager
def pair(port):
    """Two nodes on BARO between which messages flow, before and after."""
    with Node("p", port) as p, Node("s", port) as s:
        p.register_publish("BARO")
        s.subscribe("BARO")
        deliver("BARO", p, s)
        yield p, s
        deliver("BARO", p, s)


def told(master, what):
    """Waits for an event that says which limit was hit."""
    wait_until(lambda: any(what in line for line in list(master.lines)), f"an event tells of {what!r}")


def crowd(port, count):
    """Opens so many connections, each as far as it gets; gives those that got through."""
    peers = []
    for _ in range(count):
        peer = Peer(port)
        try:
            peers.append(peer.handshake(b"REQ"))
        except (Closed, BrokenPipeError, ConnectionResetError):
            peer.close()
    return peers


@scenario("--max-connections", "30")
def connections_over_the_limit_are_refused(master):
    with pair(master.port):
        peers = crowd(master.port, 60)
        assert 0 < len(peers) < 30, len(peers)
        told(master, "--max-connections")
        for peer in peers:
            peer.close()
        wait_until(lambda: len(crowd(master.port, 1)) == 1, "there is room again")


@scenario(master=False)
def descriptors_do_not_run_out():
    command_line = ("sh", "-c", 'ulimit -n 300; exec "$0" master --port 0 --json', zrs())
    with Process(*command_line) as master:
        port = json.loads(master.wait_for(lambda line: True, "first line"))["port"]
        with pair(port) as (p, s):
            peers = crowd(port, 400)
            assert 100 < len(peers) < 300, len(peers)
            assert p.topics() == ["BARO"], "those who are connected are served"
            for peer in peers:
                peer.close()
            wait_until(lambda: len(crowd(port, 1)) == 1, "there is room again")
            p.register_publish("LATER")
            s.subscribe("LATER")
            deliver("LATER", p, s)
        assert master.stop() == 0, master.stderr()


@scenario("--max-topics", "3")
def topics_over_the_limit_are_refused(master):
    with pair(master.port) as (p, _):
        p.register_publish("TWO")
        p.register_publish("THREE")
        try:
            raise AssertionError(f"granted {p.register_publish('FOUR')}, the fourth of three topics")
        except Refused as refused:
            assert "topic" in str(refused), refused
        p.register_publish("TWO")


@scenario("--max-message", "1MiB")
def messages_over_the_limit_end_the_publisher(master):
    with pair(master.port) as (p, s):
        p.publish("BARO", "x" * (1_000_000))
        assert s.receive("BARO") == "x" * 1_000_000
        with Peer(p.register_publish("BARO")).handshake(b"PUB") as rude:
            rude.send(frame(b"BARO " + b"x" * (1 << 20)))
            rude.wait_for_close()
        told(master, "longer than 1048576 bytes")
        assert s.receive("BARO", 0) is None


@scenario("--max-control", "2KiB")
def subscriptions_over_the_limit_end_the_subscriber(master):
    with pair(master.port) as (_, s):
        with Peer(s.subscribe("BARO")).handshake(b"SUB") as rude:
            rude.send(command(b"SUBSCRIBE", b"x" * 3000))
            rude.wait_for_close()
        told(master, "longer than 2048 bytes")


@scenario("--handshake-timeout", "1s")
def the_mute_are_closed_in_the_time_that_was_asked_for(master):
    with pair(master.port), Peer(master.port) as mute:
        mute.wait_for_close()
        told(master, "--handshake-timeout")


def fill(publisher, subscriber, megabytes):
    """Publishes messages of 1 MB, each received by `subscriber` before the next goes."""
    for number in range(megabytes):
        publisher.publish("BARO", f"{number} " + "x" * 1_000_000)
        assert subscriber.receive("BARO").startswith(f"{number} "), number


@scenario("--queue", "2MiB")
def a_small_queue_overflows_early(master):
    with pair(master.port) as (p, s), Peer(s.subscribe("BARO")).handshake(b"SUB") as idle:
        idle.send(command(b"SUBSCRIBE", b"BARO") + command(b"SUBSCRIBE", b"\0zrs/gate"))
        assert idle.message() == b"\0zrs/gate BARO"
        fill(p, s, 30)
        told(master, "--queue")
        lost = sum(event["messages"] for event in master.events("lost"))
        assert 10 < lost < 30, master.events("lost")


@scenario("--queue", "20MiB", "--queue-total", "30MiB")
def the_queues_share_one_budget(master):
    with contextlib.ExitStack() as stack:
        p, s = stack.enter_context(pair(master.port))
        settle("BARO", p, s)
        before = master.resident_bytes()
        for _ in range(6):
            idle = stack.enter_context(Peer(s.subscribe("BARO"))).handshake(b"SUB")
            idle.send(command(b"SUBSCRIBE", b"BARO") + command(b"SUBSCRIBE", b"\0zrs/gate"))
            assert idle.message() == b"\0zrs/gate BARO"
        fill(p, s, 40)
        told(master, "--queue-total")
        grown = master.resident_bytes() - before
        print(f"grown by {grown >> 20} MiB")
        assert grown < 60 << 20, f"six queues of 20 MiB took {grown >> 20} MiB of 30"
