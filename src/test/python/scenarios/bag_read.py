"""What is in recordings, by info and cat, from outside."""

import json
import os
import pathlib
import subprocess
import tempfile

from harness import DEADLINE, wait_until, zrs
from scenario import scenario

ODD = ['{"x": 1.50}', "text, with commas,", "", '"a string"', "Grüße", "12.5", '{"x": 1,\n "y": 2}', "two\nlines"]


def run(*words, code=0, **options):
    done = subprocess.run([zrs(), "bag", *map(str, words)], capture_output=True, timeout=DEADLINE, check=False, **options)
    assert done.returncode == code, (words, done.returncode, done.stderr)
    return done


def lines(folder, count, size=0):
    """As ZeROSMQ's recorddata.py writes it: a float of milliseconds, topic, payload."""
    file = pathlib.Path(folder, "RecordData.txt")
    with open(file, "w", encoding="utf-8", newline="") as out:
        for i in range(count):
            payload = ODD[i % len(ODD)] if size == 0 else f'{{"n": {i}, "data": "{"x" * size}"}}'
            out.write(f"{1000.5 + i * 10.25},T{i % 3},{payload}\r\n")
    return file


def envelopes(output):
    return [json.loads(line) for line in output.decode().splitlines()]


@scenario(master=False)
def zerosmq_recordings_and_what_convert_makes_of_them_are_the_same():
    with tempfile.TemporaryDirectory() as folder:
        file = lines(folder, 100)
        shown = run("cat", "--json", file).stdout
        assert [e["topic"] for e in envelopes(shown)] == [f"T{i % 3}" for i in range(100)]
        assert [e.get("text", e["data"]) for e in envelopes(shown)][6:8] == ODD[6:8]
        mcap = pathlib.Path(folder, "run.mcap")
        run("convert", file, mcap)
        assert run("cat", "--json", mcap).stdout == shown
        topics = [run("info", "--json", f).stdout for f in (file, mcap)]
        counts = [[(t["topic"], t["messages"], t["types"]) for t in json.loads(i)["topics"]] for i in topics]
        assert counts[0] == counts[1], counts
        assert run("info", "-k", "messages", file, mcap).stdout == b"100\n100\n"


@scenario()
def what_cat_prints_pub_publishes_byte_for_byte(master):
    with tempfile.TemporaryDirectory() as folder:
        file = lines(folder, 400)
        address = f"127.0.0.1:{master.port}"
        echo = [zrs(), "echo", "-a", "--json", "-n", "400", "--timeout", str(DEADLINE), "--master", address]
        with subprocess.Popen(echo, stdout=subprocess.PIPE) as listening:
            is_there = [zrs(), "node", "list", "--all", "--master", address]
            wait_until(lambda: b"echo" in subprocess.run(is_there, capture_output=True, check=True).stdout, "echo is there")
            with subprocess.Popen([zrs(), "bag", "cat", "--json", str(file)], stdout=subprocess.PIPE) as cat:
                pub = [zrs(), "pub", "-q", "--envelope", "-", "--master", address]
                subprocess.run(pub, stdin=cat.stdout, check=True, timeout=DEADLINE)
            assert cat.returncode == 0
            came = envelopes(listening.communicate(timeout=DEADLINE)[0])
        sent = envelopes(run("cat", "--json", file).stdout)
        for message in came + sent:
            del message["stamp"]
        for topic in ("T0", "T1", "T2"):
            of = [[m for m in messages if m["topic"] == topic] for messages in (sent, came)]
            assert of[0] == of[1], topic


@scenario(master=False)
def a_reader_that_has_gone_ends_it_quietly():
    with tempfile.TemporaryDirectory() as folder:
        file = lines(folder, 50_000)
        with subprocess.Popen([zrs(), "bag", "cat", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as cat:
            assert cat.stdout.readline() == b"topic: T0\n"
            cat.stdout.close()
            assert cat.wait(DEADLINE) == 0
            assert cat.stderr.read() == b""


@scenario(master=False)
def a_short_time_of_a_long_recording_is_read_alone_in_little_memory():
    with tempfile.TemporaryDirectory() as folder:
        file = lines(folder, 60_000, 1000)
        mcap = pathlib.Path(folder, "run.mcap")
        small = {**os.environ, "ZRS_JAVA_OPTS": "-Xmx32m"}
        run("convert", file, mcap, "--compression", "none", env=small)
        size = mcap.stat().st_size
        assert size > 60_000_000, size
        every = run("cat", "--raw", mcap, env=small).stdout
        assert every.count(b"\n") == 60_000
        # What a process that it waited for has read counts as its own.
        script = f"'{zrs()}' bag cat --raw -s 300 -u 10 '{mcap}' >&2; cat /proc/$$/io"
        done = subprocess.run(["sh", "-c", script], capture_output=True, check=True, timeout=DEADLINE, env=small)
        assert done.stderr.count(b"\n") == 975, done.stderr.count(b"\n")
        assert done.stderr in every
        read = int(done.stdout.split()[1])
        assert read < size / 4, (read, size)


@scenario(master=False)
def unfinished_and_damaged_recordings_are_told_and_shown():
    with tempfile.TemporaryDirectory() as folder:
        file = lines(folder, 2000, 500)
        whole = pathlib.Path(folder, "run.mcap")
        run("convert", file, whole)
        cut = pathlib.Path(folder, "cut.mcap.active")
        cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 2 // 3])
        told = json.loads(run("info", "--json", cut).stdout)
        assert told["state"] != "whole", told
        assert b"state:" in run("info", cut).stdout
        done = run("cat", "--raw", cut, code=3)
        assert done.stderr.count(b"is damaged") == 1 and b"what can be read is shown" in done.stderr, done.stderr
        shown = done.stdout
        assert shown.count(b"\n") == told["messages"] > 0
        assert run("cat", "--raw", whole).stdout.startswith(shown)


@scenario(master=False)
def what_is_no_recording_is_told_in_one_line():
    with tempfile.TemporaryDirectory() as folder:
        foreign = pathlib.Path(folder, "a.bag")
        foreign.write_bytes(b"#ROSBAG V2.0\n" + bytes(5000))
        for words, code, said in (
            ((foreign,), 2, b"is a ROS 1 bag"),
            ((folder,), 2, b"is a folder"),
            ((pathlib.Path(folder, "none"),), 1, b"there is no such file"),
            (("/dev/null",), 2, b"is no plain file"),
        ):
            told = set()
            for command in ("info", "cat", "check", "recover", "play"):
                done = run(command, *words, code=code)
                assert said in done.stderr and done.stderr.count(b"\n") == 1, done.stderr
                assert done.stdout == b""
                told.add(done.stderr)
            assert len(told) == 1, told
