#!/usr/bin/python3
"""What the master's thread allocates for each million messages that it forwards, by the JVM's own counter for threads.

usage: allocation.py [MILLIONS [SUBSCRIBERS]]   2 and 1 by default; needs the built distribution, a JDK and python3-zmq

The first million warms up and is not counted.
"""

import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "test" / "python"))

from harness import Master  # noqa: E402
from zrs_p1 import Node, settle  # noqa: E402

TOPIC = "COUNTED"
WINDOW = 10_000
FRAME = TOPIC.encode() + b" " + b"x" * 92
UNITS = {"B": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def allocated(pid):
    """Bytes that each thread of the master has allocated so far, by name."""
    dump = subprocess.run(["jcmd", str(pid), "Thread.print", "-e"], capture_output=True, text=True, check=True).stdout
    found = re.findall(r'^"([^"]+)".* allocated=([\d.]+)([BKMG])', dump, re.MULTILINE)
    return {name: int(float(number) * UNITS[unit]) for name, number, unit in found}


def pump(publisher, subscribers, messages):
    out = publisher.publishers[TOPIC]
    ins = [subscriber.subscribers[TOPIC] for subscriber in subscribers]
    for _ in range(messages // WINDOW):
        for _ in range(WINDOW):
            out.send(FRAME)
        for socket in ins:
            for _ in range(WINDOW):
                socket.recv()


def main(millions=2, count=1):
    with Master() as master, Node("publisher", master.port) as publisher:
        publisher.register_publish(TOPIC)
        subscribers = [Node(f"subscriber-{number}", master.port) for number in range(count)]
        for subscriber in subscribers:
            subscriber.subscribe(TOPIC)
        settle(TOPIC, publisher, *subscribers)
        pump(publisher, subscribers, 1_000_000)
        before = allocated(master.pid)
        pump(publisher, subscribers, millions * 1_000_000)
        after = allocated(master.pid)
        for name in sorted(after):
            grown = after[name] - before.get(name, 0)
            if grown:
                print(f"{name}: {grown / millions:,.0f} bytes for each million messages to {count} subscribers")
        for subscriber in subscribers:
            subscriber.close()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
