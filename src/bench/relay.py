#!/usr/bin/env python3
"""Measures zrs master as a relay, beside libzmq's own proxy, in interleaved rounds.

Needs gcc, libzmq3-dev and python3-zmq, and the built distribution:

    src/bench/relay.py [--rounds 5] [--scenario throughput]

A row is the median of the rounds: messages delivered a second, losses, the latency's median and 99th percentile, and the
broker's own processor time (user and system) a million delivered messages. Machines differ and drift: what counts is the
ratio of two brokers in one run, which the last line of a scenario gives as zrs/libzmq.
"""
import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import zmq

HERE = os.path.dirname(os.path.abspath(__file__))
ZRS = os.path.join(HERE, "..", "..", "target", "zrs", "bin", "zrs")

# name: message size in bytes, messages, messages a second (0: as fast as it goes), subscribers
SCENARIOS = {
    "throughput": (100, 1_000_000, 0, 1),
    "latency": (100, 15_000, 5_000, 1),
    "fanout": (100, 40_000, 20_000, 8),
    "large": (1_000_000, 600, 300, 1),
}
TICKS = os.sysconf("SC_CLK_TCK")
CPU, P50, RATE = "cpu s/M", "p50 us", "rate"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_port(port, deadline=30):
    until = time.monotonic() + deadline
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    sys.exit(f"relay.py: nothing listens on {port}")


class Zrs:
    """The master; asks it for the ports of a topic."""

    name = "zrs"

    def __init__(self, _load):
        port = free_port()
        self.process = subprocess.Popen([ZRS, "master", "--port", str(port)], stdout=subprocess.DEVNULL)
        wait_for_port(port)
        self.control = zmq.Context.instance().socket(zmq.REQ)
        self.control.connect(f"tcp://127.0.0.1:{port}")

    def ports(self, topic):
        granted = []
        for verb in ("REQUEST_PUB", "REQUEST_SUB"):
            self.control.send_string(f"{verb} relay.py {topic}")
            granted.append(int(self.control.recv_string().split()[2]))
        return granted


class Libzmq:
    """zmq_proxy() between one XSUB and one XPUB socket."""

    name = "libzmq"

    def __init__(self, load):
        self.pair = (free_port(), free_port())
        self.process = subprocess.Popen([load, "proxy", *map(str, self.pair)])
        for port in self.pair:
            wait_for_port(port)

    def ports(self, _topic):
        return self.pair


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def measure(broker, load, scenario, number):
    size, count, rate, subscribers = SCENARIOS[scenario]
    topic = f"{scenario}{number}"
    ingress, egress = broker.ports(topic)
    before = processor_seconds(broker.process.pid)
    receivers = [
        subprocess.Popen([load, "sub", str(egress), topic, str(count)], stdout=subprocess.PIPE, text=True)
        for _ in range(subscribers)
    ]
    time.sleep(0.5)  # a plain SUB cannot say when its subscription is active
    subprocess.run([load, "pub", str(ingress), topic, str(size), str(count), str(rate)], check=True)
    rows = [list(map(float, r.communicate()[0].split())) for r in receivers]
    got = sum(row[0] for row in rows)
    spent = processor_seconds(broker.process.pid) - before
    return {
        RATE: statistics.mean(row[0] / row[1] if row[1] else 0 for row in rows),
        "lost": count * subscribers - got,
        P50: statistics.median(row[2] for row in rows),
        "p99 us": max(row[3] for row in rows),
        CPU: spent / got * 1e6 if got else float("nan"),
    }


def show(scenario, results):
    print(f"\n{scenario}: {'%d bytes, %d messages, %d/s, %d subscriber(s)' % SCENARIOS[scenario]}")
    columns = list(next(iter(results.values()))[0])
    print("  " + "".join(f"{c:>12}" for c in ["", *columns]))
    for name, rounds in results.items():
        medians = [statistics.median(r[c] for r in rounds) for c in columns]
        print(f"  {name:>12}" + "".join(f"{m:12.3f}" if c == CPU else f"{m:12.0f}" for c, m in zip(columns, medians)))
    pairs = list(zip(results["zrs"], results["libzmq"]))
    ratios = {c: statistics.median(a[c] / b[c] for a, b in pairs if b[c]) for c in (RATE, P50, CPU)}
    print("  zrs/libzmq: " + ", ".join(f"{c} {r:.2f}" for c, r in ratios.items()), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scenario", action="append", choices=SCENARIOS)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        load = os.path.join(folder, "relay")
        subprocess.run(["gcc", "-O2", "-o", load, os.path.join(HERE, "relay.c"), "-lzmq"], check=True)
        brokers = [Zrs(load), Libzmq(load)]
        try:
            for scenario in arguments.scenario or SCENARIOS:
                results = {broker.name: [] for broker in brokers}
                for number in range(arguments.rounds + 1):
                    for broker in brokers:
                        result = measure(broker, load, scenario, number)
                        if number:  # the first round warms up
                            results[broker.name].append(result)
                show(scenario, results)
        finally:
            for broker in brokers:
                broker.process.terminate()
                broker.process.wait()


if __name__ == "__main__":
    main()
