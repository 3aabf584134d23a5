"""From one master to another by a pipe of envelopes: byte for byte, the first messages of every topic included."""

import json
import os
import random
import subprocess

import harness
from harness import wait_until
from scenario import scenario
from zrs_p2 import Node

RANDOM = random.Random(11)

PAYLOADS = [
    b"hello",
    b"",
    b" ",
    b"\n",
    b"two\nlines\r\n",
    "grüße \u2028\u202e\x1b[31m".encode(),
    b'"a string"',
    b'"esc\\u0041\\ud83d\\ude00\\/"',
    b"null",
    b"true",
    b"0",
    b"-0.0",
    b"1.50",
    b"1E400",
    b"-2.5e-324",
    b"9007199254740993",
    b"123456789012345678901234567890.000",
    b'{"x":1.50,"y":[1, 2,\t3], "z": {"a":{}}}',
    b'{"a":1,"a":2}',
    b' {"blanks": "around" } ',
    b'{"a":\n 1}',
    b"[" * 600 + b"]" * 600,
    b"[" * 300 + b"]" * 300,
    b'{"broken": ',
    b'\x00\xff\xfe{"no": "utf-8"}',
    b'"\xed\xa0\x80"',
    bytes(range(256)),
    b'{"topic":"/other","data":"nested"}',
    b"---",
    RANDOM.randbytes(5_000_000),
    b'{"big":[' + b",".join(b"%d" % i for i in range(700_000)) + b"]}",
    b"x" * 5_000_000,
]


def relay(source, target):
    """The two processes of: zrs echo -a --json | zrs pub --envelope - --master TARGET."""
    echo = subprocess.Popen(
        [harness.zrs(), "echo", "-a", "--json", "--master", f"127.0.0.1:{source.port}"], stdout=subprocess.PIPE
    )
    pub = subprocess.Popen(
        [harness.zrs(), "pub", "--envelope", "-", "--master", f"127.0.0.1:{target.port}"],
        stdin=echo.stdout,
        stderr=subprocess.PIPE,
    )
    echo.stdout.close()
    return echo, pub


def end(echo, pub, sent):
    echo.send_signal(2)
    assert echo.wait(harness.DEADLINE) == 0
    said = pub.communicate(timeout=harness.DEADLINE)[1].decode()
    assert pub.returncode == 0, said
    assert f"sent {sent} messages on " in said, said


@scenario()
def every_payload_arrives_as_it_was(master):
    with harness.Master() as other, Node("there", other.port) as there, Node("here", master.port) as here:
        there.subscribe("/payloads")
        echo, pub = relay(master, other)
        wait_until(lambda: followers(here) == 1, "the relay is there")
        # The topic is new: the relay hears of it by its first messages.
        here.advertise("/payloads")
        for payload in PAYLOADS:
            here.publish_bytes("/payloads", payload)
        for payload in PAYLOADS:
            got = there.receive_bytes("/payloads")
            assert got == payload, (payload[:80], got and got[:80])
        end(echo, pub, len(PAYLOADS))


def followers(node):
    return sum("zrs_echo" in one["name"] for one in node.ask("nodes")["nodes"])


@scenario()
def the_beginnings_of_many_new_topics_arrive(master):
    topics = [f"/new/{i}" for i in range(40)]
    with harness.Master() as other, Node("here", master.port) as here:
        echo, pub = relay(master, other)
        there = subprocess.Popen(
            [harness.zrs(), "echo", "-a", "--json", "--master", f"127.0.0.1:{other.port}"], stdout=subprocess.PIPE
        )
        with Node("watch", other.port) as watch:
            wait_until(lambda: followers(here) == 1 and followers(watch) == 1, "both followers are there")
        for topic in topics:
            here.advertise(topic)
            for number in range(25):
                here.publish(topic, str(number))
        got = {topic: [] for topic in topics}
        for _ in range(25 * len(topics)):
            envelope = json.loads(there.stdout.readline())
            got[envelope["topic"]].append(envelope["data"])
        assert all(got[topic] == list(range(25)) for topic in topics), got
        end(echo, pub, 25 * len(topics))
        there.send_signal(2)
        assert there.communicate(timeout=harness.DEADLINE)[0] == b""
        assert there.returncode == 0
