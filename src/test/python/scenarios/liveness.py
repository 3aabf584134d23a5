"""Nodes that end, die, hang or are cut off leave the lists and the graph."""

import contextlib
import pathlib
import signal
import subprocess
import sys
import time

from harness import Process, wait_until, zrs
from scenario import scenario
from zrs_p2 import Client

HERE = pathlib.Path(__file__).resolve().parents[1]

AT_ONCE = 1.0
BY_CONNECTION = 5.0
BY_SILENCE = 15.0


def old(name, master, role, topic, hertz=20):
    """A running node of protocol 1."""
    node = Process(sys.executable, str(HERE / "node_process.py"), name, str(master.port), role, topic, str(hertz))
    node.wait_for(lambda line: line == "ready", "registration")
    return node


def tool(master, *arguments):
    """A running zrs command: a node of protocol 2."""
    return Process(zrs(), *arguments, "--master", f"127.0.0.1:{master.port}")


@contextlib.contextmanager
def four_nodes(master):
    """A publisher and a subscriber of each protocol on one topic, and one that looks on."""
    with contextlib.ExitStack() as stack:
        look = stack.enter_context(Client(master.port))
        nodes = [
            stack.enter_context(old("old_pub", master, "pub", "/t")),
            stack.enter_context(old("old_sub", master, "sub", "/t")),
            stack.enter_context(tool(master, "pub", "/t", "hello", "-r", "20")),
            stack.enter_context(tool(master, "echo", "/t")),
        ]
        wait_until(lambda: len(look.graph()) == 4, "four nodes are on the topic")
        for reader in (nodes[1], nodes[3]):
            wait_until(lambda reader=reader: len(reader.lines) > 5, "messages flow")
        yield look, nodes


def gone_within(look, seconds, began):
    """Waits until nobody is left; says how long it took."""
    wait_until(lambda: look.graph() == [] and look.nodes() == [], "nobody is left", seconds + 5)
    took = time.monotonic() - began
    print(f"gone after {took:.2f} s")
    assert took <= seconds, f"gone after {took:.2f} s, not within {seconds}"


@scenario()
def a_clean_end_is_seen_at_once(master):
    with Client(master.port) as look, tool(master, "echo", "/t") as echo, tool(master, "pub", "/t", "x", "-r", "5") as pub:
        wait_until(lambda: len(look.graph()) == 2, "two nodes are on the topic")
        for node in (echo, pub):
            assert node.stop(signal.SIGINT) == 0
        gone_within(look, AT_ONCE, time.monotonic())


@scenario()
def the_killed_are_gone_when_their_connections_tell(master):
    with four_nodes(master) as (look, nodes):
        for node in nodes:
            node.send(signal.SIGKILL)
        gone_within(look, BY_CONNECTION, time.monotonic())


@scenario()
def the_hung_are_gone_when_they_have_been_silent(master):
    with four_nodes(master) as (look, nodes):
        for node in nodes:
            node.send(signal.SIGSTOP)
        gone_within(look, BY_SILENCE, time.monotonic())
        for node in nodes[2:]:
            node.send(signal.SIGCONT)
        wait_until(lambda: len(look.graph()) == 2, "nodes of protocol 2 come back by themselves")
        before = len(nodes[3].lines)
        wait_until(lambda: len(nodes[3].lines) > before + 5, "messages flow again")


@scenario()
def one_that_hangs_leaves_the_others_alone(master):
    with four_nodes(master) as (look, nodes), old("busy_pub", master, "pub", "/t", 2000):
        nodes[1].send(signal.SIGSTOP)
        nodes[3].send(signal.SIGSTOP)
        began = time.monotonic()
        left = [("/t", "publisher", name) for name in ("busy_pub", "old_pub")]
        wait_until(lambda: [r for r in look.graph() if not r[2].startswith("zrs_pub")] == left, "those that hang are gone", 25)
        took = time.monotonic() - began
        print(f"gone after {took:.2f} s, with messages for them all the while")
        assert took <= BY_SILENCE, took


def ports_of(process):
    """Both ends' ports of a process's TCP connections."""
    inodes = set()
    for descriptor in pathlib.Path(f"/proc/{process.pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            inodes.add(str(descriptor.readlink()).removeprefix("socket:[").removesuffix("]"))
    ports = set()
    for table in ("tcp", "tcp6"):
        for line in pathlib.Path(f"/proc/{process.pid}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[9] in inodes and fields[3] == "01":
                ports.add(int(fields[1].rpartition(":")[2], 16))
    return ports


def nft(*words):
    subprocess.run(["nft", *words], check=True)


@scenario(namespace=True)
def the_cut_off_are_gone_when_they_have_been_silent(master):
    """Their packets are dropped in both directions: no FIN, no RST, as when the power fails."""
    with four_nodes(master) as (look, nodes):
        ports = ", ".join(str(port) for node in nodes for port in sorted(ports_of(node)))
        nft("add", "table", "ip", "cut")
        nft("add", "chain", "ip", "cut", "in", "{ type filter hook input priority 0; }")
        nft("add", "rule", "ip", "cut", "in", "tcp", "sport", "{", ports, "}", "drop")
        nft("add", "rule", "ip", "cut", "in", "tcp", "dport", "{", ports, "}", "drop")
        began = time.monotonic()
        for node in nodes:
            node.send(signal.SIGKILL)  # its new attempts to connect would get through
        gone_within(look, BY_SILENCE, began)
