#!/usr/bin/python3
"""What many nodes cost: time to list them, and processor time for their heartbeats.

usage: nodes.py [NODES [SECONDS]]        1000 nodes and 30 s by default; needs the built distribution and python3-zmq

Each node speaks protocol 2, publishes on a topic of its own, and subscribes to its neighbour's.
"""

import json
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "test" / "python"))

import zmq  # noqa: E402
from harness import Master, zrs  # noqa: E402
from zrs_p2 import Client  # noqa: E402

HOST = "127.0.0.1"


class Crowd:
    """Many nodes in one process."""

    def __init__(self, size, port):
        self.context = zmq.Context(1)
        self.context.set(zmq.MAX_SOCKETS, 4 * size + 100)
        self.controls = []
        self.ports = []
        for number in range(size):
            control = self.socket(zmq.DEALER, port)
            control.send_string("LIST_ALL_TOPICS crowd zrs/2")
            self.controls.append(control)
        for control in self.controls:
            control.recv()
        self.all("join", lambda n: {"node": {"name": f"node_{n}", "instance": f"crowd-{n}", "host": "here", "pid": n + 1}})
        for n, reply in enumerate(self.all("advertise", lambda n: {"topic": f"/topic_{n}"})):
            self.data(zmq.XPUB, reply["port"])
        for n, reply in enumerate(self.all("subscribe", lambda n: {"topic": f"/topic_{(n + 1) % size}"})):
            sub = self.data(zmq.SUB, reply["port"])
            sub.setsockopt_string(zmq.SUBSCRIBE, f"/topic_{(n + 1) % size} ")

    def socket(self, kind, port):
        socket = self.context.socket(kind)
        socket.setsockopt(zmq.LINGER, 0)
        socket.connect(f"tcp://{HOST}:{port}")
        return socket

    def data(self, kind, port):
        self.ports.append(self.socket(kind, port))
        return self.ports[-1]

    def all(self, op, members):
        """One request of each node; gives the replies."""
        for n, control in enumerate(self.controls):
            control.send_string(json.dumps({"op": op, "id": 1, **members(n)}))
        replies = [json.loads(control.recv()) for control in self.controls]
        assert all(reply["ok"] for reply in replies), [reply for reply in replies if not reply["ok"]][:3]
        return replies

    def beat(self, until, every=5.0):
        """Heartbeats, spread evenly, and nothing else."""
        beat = b'{"op":"heartbeat","id":2}'
        pause = every / len(self.controls)
        due = time.monotonic()
        beats = 0
        while due < until:
            for control in self.controls:
                due += pause
                time.sleep(max(0, due - time.monotonic()))
                control.send(beat)
                beats += 1
                if due >= until:
                    break
        for control in self.controls:
            while control.poll(0):
                control.recv()
        return beats


def timed(*command):
    """The best of five runs, in seconds, and the number of lines."""
    best = None
    for _ in range(5):
        began = time.monotonic()
        out = subprocess.run(command, check=True, capture_output=True).stdout
        took = time.monotonic() - began
        best = took if best is None else min(best, took)
    return best, out.count(b"\n")


def main(size=1000, seconds=30):
    with Master() as master:
        crowd = Crowd(size, master.port)
        address = f"127.0.0.1:{master.port}"
        with Client(master.port) as look:
            assert len(look.nodes()) == size and len(look.graph()) == 2 * size
        for words in (("topic", "list"), ("topic", "list", "-v"), ("node", "list"), ("node", "list", "--json")):
            took, lines = timed(zrs(), *words, "--master", address)
            print(f"zrs {' '.join(words)}: {1000 * took:.0f} ms, {lines} lines")
        crowd.beat(time.monotonic() + 5)
        before, began = master.cpu_seconds(), time.monotonic()
        beats = crowd.beat(began + seconds)
        used, passed = master.cpu_seconds() - before, time.monotonic() - began
        print(f"{size} nodes, {beats / passed:.0f} heartbeats a second: {100 * used / passed:.2f} % of a core, ", end="")
        print(f"{master.resident_bytes() >> 20} MiB resident")
        with Client(master.port) as look:
            assert len(look.nodes()) == size, "nodes were lost"


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
