#!/usr/bin/python3
"""What an idle master costs: processor time over some seconds, with many topics connected and silent.

usage: idle.py [TOPICS [SECONDS]]        200 topics and 20 s by default; needs the built distribution and python3-zmq
"""

import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "test" / "python"))

from harness import Master  # noqa: E402
from zrs_p1 import Node, settle  # noqa: E402


def main(topics=200, seconds=20):
    with Master() as master, Node("publisher", master.port) as p, Node("subscriber", master.port) as s:
        for number in range(topics):
            p.register_publish(f"TOPIC_{number}")
            s.subscribe(f"TOPIC_{number}")
        for number in range(topics):
            settle(f"TOPIC_{number}", p, s)
        before, began = master.cpu_seconds(), time.monotonic()
        time.sleep(seconds)
        used, passed = master.cpu_seconds() - before, time.monotonic() - began
        assert master.alive() and len(p.topics()) == topics
        resident = master.resident_bytes() >> 20
        print(f"{topics} idle topics: {used:.2f} s of processor time in {passed:.1f} s, ", end="")
        print(f"{100 * used / passed:.2f} % of a core, {resident} MiB resident")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
