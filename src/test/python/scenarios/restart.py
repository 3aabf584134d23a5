"""A master that dies and is started again: who was there goes on."""

import contextlib
import json
import pathlib
import signal
import socket
import sys
import tempfile
import time

from harness import Master, Process, free_ports, wait_until, zrs
from scenario import scenario
from zrs_p1 import Node, deliver
from zrs_p2 import Client

HERE = pathlib.Path(__file__).resolve().parents[1]


class Home:
    """A port, data ports and a folder for the state, for one master after the other."""

    def __init__(self, stack):
        self.port = free_ports(21)
        self.state = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        self.stack = stack

    def options(self):
        data = f"{self.port + 1}-{self.port + 20}"
        return "--data-ports", data, "--state", str(self.state)

    def start(self):
        return self.stack.enter_context(Master(*self.options(), port=self.port))

    def restart(self, master):
        """Kills it and starts the next at once."""
        master.send(signal.SIGKILL)
        master.wait()
        return self.start()

    def file(self):
        return self.state / f"master-127.0.0.1-{self.port}.json"

    def keeps(self, nodes):
        """Waits until the file has so many nodes of protocol 1."""
        kept = self.file()
        wait_until(lambda: kept.exists() and kept.read_text().count('"role"') == nodes, f"{nodes} nodes are kept")


def old(stack, name, home, role, topic, hertz=1000):
    node = Process(sys.executable, str(HERE / "node_process.py"), name, str(home.port), role, topic, str(hertz))
    stack.enter_context(node)
    node.wait_for(lambda line: line == "ready", "registration")
    return node


def tool(stack, home, *arguments):
    return stack.enter_context(Process(zrs(), *arguments, "--master", f"127.0.0.1:{home.port}"))


def flows(reader):
    before = len(reader.lines)
    wait_until(lambda: len(reader.lines) > before + 20, "messages flow")


def longest_gap(moments):
    return max(later - earlier for earlier, later in zip(moments, moments[1:]))


@scenario(master=False)
def both_protocols_go_on_at_1_khz():
    with contextlib.ExitStack() as stack:
        home = Home(stack)
        master = home.start()
        readers = [old(stack, "old_sub", home, "sub", "/old"), tool(stack, home, "echo", "--json", "/new")]
        old(stack, "old_pub", home, "pub", "/old")
        tool(stack, home, "pub", "/new", "x", "-r", "1000")
        for reader in readers:
            flows(reader)
        home.keeps(2)
        next_master = home.restart(master)
        for reader in readers:
            flows(reader)
        with Client(home.port) as look:
            nodes = wait_until(lambda: len(look.graph()) == 4 and look.graph(), "everybody is on the topics again")
            assert ("/old", "publisher", "old_pub") in nodes and ("/old", "subscriber", "old_sub") in nodes, nodes
            time.sleep(4)  # longer than anybody's grace: they are there, and not just remembered
            assert len(look.graph()) == 4, look.graph()
            assert look.ask("topics", topic="/old")["topics"][0]["published"], "the list is the old one"
        taken = [line.split() for line in readers[0].lines[1:]]
        print(f"protocol 1: {longest_gap([float(moment) for moment, _ in taken]):.3f} s without a message")
        moments = [json.loads(line)["stamp"] for line in readers[1].lines]
        print(f"protocol 2: {longest_gap(moments):.3f} s without a message")
        assert next_master.events("port_lost") == [], next_master.lines


@scenario(master=False)
def a_long_absence_changes_nothing():
    """Longer than anybody's patience with a silent peer."""
    with contextlib.ExitStack() as stack:
        home = Home(stack)
        master = home.start()
        readers = [tool(stack, home, "echo", "/new"), old(stack, "old_sub", home, "sub", "/old", 10)]
        writers = [tool(stack, home, "pub", "/new", "x", "-r", "10"), old(stack, "old_pub", home, "pub", "/old", 10)]
        for reader in readers:
            flows(reader)
        home.keeps(2)
        master.send(signal.SIGKILL)
        master.wait()
        time.sleep(20)
        home.start()
        began = time.monotonic()
        used = [node.cpu_seconds() for node in readers + writers]
        for reader in readers:
            flows(reader)
        took = time.monotonic() - began
        spent = max(node.cpu_seconds() - before for node, before in zip(readers + writers, used))
        print(f"messages flow {took:.1f} s after the start, for {spent:.2f} s of processor time")
        with Client(home.port) as look:
            wait_until(lambda: len(look.graph()) == 4, "everybody is on the topics again")
        assert spent < 3, f"a node used {spent:.2f} s of processor time to come back"


@scenario(master=False)
def the_dead_do_not_come_back():
    with contextlib.ExitStack() as stack:
        home = Home(stack)
        master = home.start()
        dying = old(stack, "dying", home, "pub", "/t")
        old(stack, "living", home, "sub", "/t")
        home.keeps(2)
        dying.send(signal.SIGKILL)
        home.restart(master)
        with Client(home.port) as look:
            wait_until(lambda: look.names() == ["living"], "the dead one is forgotten", 15)


@scenario(master=False)
def a_taken_port_costs_its_topic_alone():
    with contextlib.ExitStack() as stack:
        home = Home(stack)
        master = home.start()
        with Node("p", home.port) as p, Node("s", home.port) as s:
            ports = [p.register_publish("/a"), s.subscribe("/a")]
            p.register_publish("/b")
            s.subscribe("/b")
            deliver("/a", p, s)
            deliver("/b", p, s)
            home.keeps(4)
            master.send(signal.SIGKILL)
            master.wait()
            thief = stack.enter_context(socket.socket())
            thief.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            thief.bind(("127.0.0.1", ports[0]))
            thief.listen()
            master = home.start()
            (lost,) = wait_until(lambda: master.events("port_lost"), "it is told")
            assert lost["topic"] == "/a" and lost["port"] == ports[0], lost
            deliver("/b", p, s)
        with Node("again", home.port) as again:
            assert again.register_publish("/a") != ports[0]
            again.subscribe("/a")
            deliver("/a", again, again)


@scenario(master=False)
def a_damaged_file_is_one_line_and_no_more():
    with contextlib.ExitStack() as stack:
        home = Home(stack)
        master = home.start()
        with Node("p", home.port) as p:
            p.register_publish("/a")
            home.keeps(1)
            file = home.file()
            whole = file.read_bytes()
        assert master.stop() == 0
        for damage in (b"", b"{", bytes(4096), whole[:-20], whole.replace(b"/a", b"/b")):
            file.write_bytes(damage)
            master = home.start()
            told = wait_until(lambda: master.events("state_failed"), "it is told")
            assert len(told) == 1 and str(file) in json.dumps(told[0]), (damage, told)
            with Node("p", home.port) as p, Node("s", home.port) as s:
                p.register_publish("/a")
                s.subscribe("/a")
                deliver("/a", p, s)
            assert master.stop() == 0


@scenario(master=False)
def a_place_that_cannot_be_written_is_one_line_and_no_more():
    with contextlib.ExitStack() as stack:
        port = free_ports(1)
        master = stack.enter_context(Master("--state", "/proc/none", port=port))
        wait_until(lambda: master.events("state_failed"), "it is told")
        with Node("p", port) as p, Node("s", port) as s:
            p.register_publish("/a")
            s.subscribe("/a")
            deliver("/a", p, s)
        assert len(master.events("state_failed")) == 1, master.lines
