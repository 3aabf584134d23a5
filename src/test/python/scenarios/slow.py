"""A subscriber that stops reading beside one that reads: ZRS_SLOW_GIGABYTES of traffic, every loss counted."""

import json
import os
import pathlib
import signal
import sys

from harness import Process, wait_until
from scenario import scenario
from slow_reader import TOPIC, payload
from zrs_p1 import DEADLINE, Node
from zrs_p2 import Beating
from zrs_p2 import Node as NewNode

GIGABYTES = float(os.environ.get("ZRS_SLOW_GIGABYTES", "1"))
WINDOW = 128
MOST_RESIDENT = (64 << 20) + (192 << 20)
READER = pathlib.Path(__file__).resolve().parents[1] / "slow_reader.py"


def pump(master, publisher, reader, total_bytes):
    """Publishes numbered messages, never more than a window ahead of the reader; gives how many."""
    out, into = publisher.publishers[TOPIC], reader.subscribers[TOPIC]
    number = passed = highest = 0
    while passed < total_bytes:
        for ahead in range(number, number + WINDOW):
            out.send(payload(ahead))
        for expected in range(number, number + WINDOW):
            assert into.poll(DEADLINE * 1000), f"the reader waits for message {expected}"
            received = into.recv()
            assert received == payload(expected), f"{received[:40]!r} in place of message {expected}"
            passed += len(received)
        number += WINDOW
        if number % (32 * WINDOW) == 0:
            highest = max(highest, master.resident_bytes())
    highest = max(highest, master.resident_bytes())
    print(f"{number} messages, {passed / 1e9:.2f} GB, master's memory at most {highest >> 20} MiB")
    assert highest < MOST_RESIDENT, f"{highest >> 20} MiB"
    return number


def wire_bytes(number):
    """A message's size on the wire."""
    size = len(payload(number))
    return size + (2 if size < 256 else 9)


@scenario()
def the_stopped_one_loses_and_every_loss_is_counted(master):
    with Node("publisher", master.port) as publisher, Node("reader", master.port) as reader:
        publisher.register_publish(TOPIC)
        reader.subscribe(TOPIC)
        with Process(sys.executable, str(READER), str(master.port)) as stopped:
            stopped.wait_for(lambda line: line == "subscribed", "subscribed")
            seen = {"stopped": False, "reader": False}

            def both_connected():
                publisher.publish(TOPIC, "mark")
                seen["reader"] |= reader.receive(TOPIC, 0.01) == "mark"
                seen["stopped"] |= "marked" in stopped.lines
                return all(seen.values())

            wait_until(both_connected, "both subscribers are connected")
            publisher.publish(TOPIC, "start")
            while reader.receive(TOPIC) != "start":
                pass
            stopped.wait_for(lambda line: line == "started", "started")
            stopped.send(signal.SIGSTOP)
            stat = pathlib.Path(f"/proc/{stopped.pid}/stat")
            wait_until(lambda: stat.read_text().rpartition(")")[2].split()[0] == "T", "the process is stopped")

            sent = pump(master, publisher, reader, GIGABYTES * 1e9)

            stopped.send(signal.SIGCONT)
            publisher.publish(TOPIC, "end")
            assert reader.receive(TOPIC) == "end"
            report = json.loads(stopped.wait_for(lambda line: line.startswith("{"), "the report", deadline=120))
            assert stopped.wait() == 0, stopped.stderr()

        missing = sum(last - first + 1 for first, last in report["missing"])
        end = sent - report["received"] - missing
        print(f"delivered to the stopped one {report['received']}, lost {missing} in {len(report['missing'])} runs")
        assert report["received"] and end >= 0, report
        lost = sent - report["received"]
        assert lost > 0, "nothing was lost: more traffic is needed to prove anything"
        wait_until(lambda: sum(event["messages"] for event in master.events("lost")) >= lost, "every loss is counted")
        counted = master.events("lost")
        assert sum(event["messages"] for event in counted) == lost, (lost, counted[-3:])
        assert end == 0, f"{end} messages before the end are missing: not the oldest were dropped"
        numbers = (number for first, last in report["missing"] for number in range(first, last + 1))
        assert sum(event["bytes"] for event in counted) == sum(map(wire_bytes, numbers)), counted[-3:]
        assert {event["topic"] for event in counted} == {TOPIC}, counted[-3:]


@scenario("--queue", "1MiB")
def a_patient_publisher_waits_for_the_stopped_one_and_nothing_is_lost(master):
    count = 8000
    with NewNode("patient", master.port) as node, NewNode("hasty", master.port) as hasty:
        publisher = node.advertise(TOPIC, patient=True)
        with Process(sys.executable, str(READER), str(master.port)) as stopped, Beating(node):
            stopped.wait_for(lambda line: line == "subscribed", "subscribed")

            def marked():
                publisher.send(f"{TOPIC} mark".encode())
                return "marked" in stopped.lines

            wait_until(marked, "the subscriber is connected")
            publisher.send(f"{TOPIC} start".encode())
            stopped.wait_for(lambda line: line == "started", "started")
            stopped.send(signal.SIGSTOP)
            stat = pathlib.Path(f"/proc/{stopped.pid}/stat")
            wait_until(lambda: stat.read_text().rpartition(")")[2].split()[0] == "T", "the process is stopped")

            for number in range(count):
                publisher.send(payload(number))

            def topic():
                return hasty.ask("topics", topic=TOPIC)["topics"][0]

            wait_until(lambda: topic()["bytes_waiting"] > 1 << 18, "a quarter of the queue is full")
            master.idles()
            held = topic()
            assert held["messages_in"] < count / 2 and held["bytes_waiting"] < 1 << 20, held
            hasty.advertise(TOPIC)
            hasty.publish(TOPIC, "mark")
            wait_until(lambda: topic()["messages_in"] == held["messages_in"] + 1, "another publisher is not held back")

            stopped.send(signal.SIGCONT)
            publisher.send(f"{TOPIC} end".encode())
            report = json.loads(stopped.wait_for(lambda line: line.startswith("{"), "the report", deadline=120))
            assert stopped.wait() == 0, stopped.stderr()
        assert report == {"received": count, "missing": []}, report
        assert not master.events("lost"), master.events("lost")[-3:]
