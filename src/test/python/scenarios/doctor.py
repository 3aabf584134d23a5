"""zrs doctor finds what is really wrong."""

import http.server
import json
import os
import pathlib
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from harness import DEADLINE, Master, Process, free_ports, wait_until, zrs
from scenario import scenario
from scenarios.liveness import nft
from scenarios.original import original_master
from terminal import Terminal
from zrs_p1 import Node, settle

NODE = pathlib.Path(__file__).resolve().parents[1] / "node_process.py"
IPV4 = pathlib.Path("/proc/sys/net/ipv4")
SICK = {"near_miss", "silent_publisher", "losing", "lost", "duplicate_node", "silent_node", "unconnected"}


def doctor(port):
    """What is not as it should be, by what was looked at."""
    with Process(zrs(), "doctor", "--json", "--wait", "300ms", "--master", f"127.0.0.1:{port}") as command:
        ended = command.wait()
        findings = [json.loads(line) for line in command.lines]
        wrong = [finding for finding in findings if finding["severity"] in ("warning", "error")]
        assert ended == (3 if wrong else 0), (ended, findings, command.stderr())
        trouble = {}
        for finding in findings:
            if finding["severity"] != "ok":
                trouble.setdefault(finding["check"], []).append(finding)
        return trouble


def about(trouble, check, *words):
    """The one finding that says all these words, wherever."""
    found = [finding for finding in trouble.get(check, ()) if all(word in str(finding) for word in words)]
    assert len(found) == 1, (check, words, trouble)
    return found[0]


@scenario("--queue", "64KiB")
def a_sick_system_is_told_by_what_it_has(master):
    process = [sys.executable, str(NODE), "halted", str(master.port), "sub", "IMAGE"]
    image = [zrs(), "pub", "-r", "2000", "IMAGE", "x" * 20000, "--master", f"127.0.0.1:{master.port}"]
    with Node("talker", master.port) as talker, Node("listener", master.port) as listener:
        talker.register_publish("chatter")
        listener.subscribe("chatter")
        settle("chatter", talker, listener)
        with (
            Node("listener", master.port) as twin,
            Node("mute", master.port) as mute,
            Process(*process) as halted,
        ):
            halted.wait_for(lambda line: line == "ready", "the node")
            twin.subscribe("/chatter")
            mute.register_publish("STATE")
            listener.subscribe("STATE")
            with Process(*image):
                halted.send(signal.SIGSTOP)
                wait_until(lambda: master.events("lost"), "messages are lost")
                trouble = doctor(master.port)
            about(trouble, "near_miss", "listener#", "/chatter", "talker publishes chatter", "slash")
            about(trouble, "duplicate_node", "2 nodes are called listener")
            about(trouble, "silent_publisher", "mute has sent nothing on STATE")
            about(trouble, "silent_node", "halted does not answer")
            # Whether it lost some more in that moment depends on how busy the machine is.
            about(trouble, "losing" if "losing" in trouble else "lost", "halted", "IMAGE")


class Page(http.server.BaseHTTPRequestHandler):
    """A web server's answer to anybody."""

    def do_GET(self):
        self.send_error(404)

    def log_message(self, *words):
        """Says nothing."""


@scenario()
def what_does_not_answer_as_a_master_is_told_by_its_kind(master):
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server,
        Master() as other,
        original_master() as port,
        Node("old.py", port) as node,
        ThreadPoolExecutor() as pool,
    ):
        server.handle_error = lambda *_: None  # who has heard enough hangs up
        threading.Thread(target=server.serve_forever, daemon=True).start()
        node.register_publish("BARO")
        other.send(signal.SIGSTOP)
        try:
            ports = (server.server_port, free_ports(1), port, other.port)
            told = pool.map(doctor, ports)
            stopped_in_the_midst(master)
            web, nobody, original, stopped = told
        finally:
            other.send(signal.SIGCONT)
            server.shutdown()
        found = about(web, "control_port", "web server", f"process {os.getpid()}")
        assert "--port" in found["remedy"], found
        found = about(nobody, "control_port", "nothing listens")
        assert "master" in found["remedy"].lower(), found
        about(original, "protocol", "original ZeROSMQ master")
        about(original, "unheard", "BARO was published")
        found = about(stopped, "control_port", "is stopped")
        assert f"kill -CONT {other.pid}" in found["remedy"], found


def stopped_in_the_midst(master):
    """What the doctor says of a master that is stopped while it asks: again where it was too fast for that."""
    end = time.monotonic() + DEADLINE
    while True:
        command = [zrs(), "doctor", "--wait", "2s", "--master", f"127.0.0.1:{master.port}"]
        with Terminal(*command) as terminal:
            terminal.sees("looking at: topics")
            master.send(signal.SIGSTOP)
            try:
                ended = terminal.process.wait(DEADLINE)
            finally:
                master.send(signal.SIGCONT)
            if ended == 3:
                terminal.sees("the master answered, and then no more", "no master answers", "1 error")
                return
        assert time.monotonic() < end, (ended, terminal.text)


@scenario("--data-ports", "7000-7009", namespace=True)
def a_firewall_and_ports_that_are_given_away_are_found(master):
    with Node("talker", master.port) as talker, Node("listener", master.port) as listener:
        talker.register_publish("chatter")
        listener.subscribe("chatter")
        settle("chatter", talker, listener)
        nft("add", "table", "ip", "wall")
        nft("add", "chain", "ip", "wall", "in", "{ type filter hook input priority 0; }")
        nft("add", "rule", "ip", "wall", "in", "tcp", "dport", "7000-7009", "drop")
        found = about(doctor(master.port), "data_port", "700", "of chatter")
        assert "--data-ports" in found["remedy"], found
        nft("delete", "table", "ip", "wall")
        (IPV4 / "ip_local_port_range").write_text("1024 65000")
        trouble = doctor(master.port)
        assert "data_port" not in trouble, trouble
        assert not SICK & trouble.keys(), f"nodes that are sound: {trouble}"
        assert "1024-65000" in about(trouble, "port_range", "ip_local_reserved_ports=20000-32767")["cause"]
