"""zrs doctor finds what is really wrong."""

import http.server
import json
import os
import pathlib
import signal
import sys
import threading

from harness import Process, free_ports, wait_until, zrs
from scenario import scenario
from scenarios.liveness import nft
from scenarios.original import original_master
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
def a_sick_system_is_told_from_a_sound_one(master):
    process = [sys.executable, str(NODE), "halted", str(master.port), "sub", "IMAGE"]
    image = [zrs(), "pub", "-r", "2000", "IMAGE", "x" * 20000, "--master", f"127.0.0.1:{master.port}"]
    with Node("talker", master.port) as talker, Node("listener", master.port) as listener:
        talker.register_publish("chatter")
        listener.subscribe("chatter")
        settle("chatter", talker, listener)
        sound = doctor(master.port)
        assert not SICK & sound.keys(), sound
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


@scenario()
def a_master_that_is_stopped_is_named_with_its_process(master):
    master.send(signal.SIGSTOP)
    try:
        found = about(doctor(master.port), "control_port", "is stopped")
        assert f"kill -CONT {master.pid}" in found["remedy"], found
    finally:
        master.send(signal.SIGCONT)


class Page(http.server.BaseHTTPRequestHandler):
    """A web server's answer to anybody."""

    def do_GET(self):
        self.send_error(404)

    def log_message(self, *words):
        """Says nothing."""


@scenario(master=False)
def what_is_no_master_is_told_by_its_kind():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        server.handle_error = lambda *_: None  # who has heard enough hangs up
        threading.Thread(target=server.serve_forever, daemon=True).start()
        found = about(doctor(server.server_port), "control_port", "web server", f"process {os.getpid()}")
        assert "--port" in found["remedy"], found
        server.shutdown()
    found = about(doctor(free_ports(1)), "control_port", "nothing listens")
    assert "master" in found["remedy"].lower(), found
    with original_master() as port, Node("old.py", port) as node:
        node.register_publish("BARO")
        trouble = doctor(port)
        about(trouble, "protocol", "original ZeROSMQ master")
        about(trouble, "unheard", "BARO was published")


@scenario("--data-ports", "7000-7009", namespace=True)
def a_firewall_and_ports_that_are_given_away_are_found(master):
    with Node("talker", master.port) as talker, Node("listener", master.port) as listener:
        talker.register_publish("chatter")
        listener.subscribe("chatter")
        nft("add", "table", "ip", "wall")
        nft("add", "chain", "ip", "wall", "in", "{ type filter hook input priority 0; }")
        nft("add", "rule", "ip", "wall", "in", "tcp", "dport", "7000-7009", "drop")
        found = about(doctor(master.port), "data_port", "700", "of chatter")
        assert "--data-ports" in found["remedy"], found
        nft("delete", "table", "ip", "wall")
        (IPV4 / "ip_local_port_range").write_text("1024 65000")
        trouble = doctor(master.port)
        assert "data_port" not in trouble, trouble
        assert "1024-65000" in about(trouble, "port_range", "ip_local_reserved_ports=20000-32767")["cause"]
