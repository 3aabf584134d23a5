"""zrs play: what is in a bag comes in order, on time, complete; keys, latched values, both kinds of master."""

import json
import os
import pathlib
import signal
import sys
import tempfile
import time

import mcap_out
import zmq
from harness import DEADLINE, Process, wait_until, zrs
from scenario import scenario
from scenarios.original import original_master
from slow_reader import TOPIC, payload
from terminal import Terminal
from zrs_p1 import Node, settle
from zrs_p2 import Node as NewNode

START = 1_700_000_000_000_000_000
SECOND = 1_000_000_000
READER = pathlib.Path(__file__).resolve().parents[1] / "slow_reader.py"


def folder():
    return tempfile.TemporaryDirectory(prefix="zrs-play-")


def play(port, *arguments):
    return Process(zrs(), "play", *arguments, "--master", f"127.0.0.1:{port}")


def is_state(process, letter):
    stat = pathlib.Path(f"/proc/{process.pid}/stat")
    return stat.read_text().rpartition(")")[2].split()[0] == letter


@scenario()
def messages_come_on_time(master):
    count, period = 3000, 0.001
    with folder() as where, Node("listener", master.port) as node:
        bag = mcap_out.write(
            f"{where}/x.mcap", ((TOPIC, START + i * SECOND // 1000, b"%d" % i) for i in range(count))
        )
        node.subscribe(TOPIC)
        socket, times = node.subscribers[TOPIC], []
        with play(master.port, bag, "--wait-for-subscribers") as player:
            for number in range(count):
                assert socket.poll(DEADLINE * 1000), f"message {number} does not come"
                assert socket.recv() == b"%s %d" % (TOPIC.encode(), number)
                times.append(time.perf_counter())
            assert player.wait() == 0, player.stderr()
            assert player.stderr().endswith("Done.\n"), player.stderr()
    errors = sorted(abs(later - before - period) for before, later in zip(times, times[1:]))
    half, most = errors[len(errors) // 2], errors[len(errors) * 99 // 100]
    drift = times[-1] - times[0] - (count - 1) * period
    print(f"between messages at 1 kHz: p50 {half * 1e3:.3f} ms, p99 {most * 1e3:.3f} ms; drift {drift * 1e3:.2f} ms")
    # Whoever plays in a third of the time, or three times as long, plays by another clock.
    assert times[-1] - times[0] > count * period / 3, times[-1] - times[0]


@scenario("--queue", "1MiB")
def as_fast_as_a_reader_that_is_stopped_for_a_while(master):
    count = 6000
    with folder() as where:
        bodies = [b"start", *(payload(i).partition(b" ")[2] for i in range(count)), b"end"]
        bag = mcap_out.write(f"{where}/x.mcap", ((TOPIC, START + i, body) for i, body in enumerate(bodies)))
        with Process(sys.executable, str(READER), str(master.port)) as reader:
            reader.wait_for(lambda line: line == "subscribed", "subscribed")
            with play(master.port, bag, "-r", "max", "--wait-for-subscribers", "--json") as player:
                reader.wait_for(lambda line: line == "started", "started")
                reader.send(signal.SIGSTOP)
                wait_until(lambda: is_state(reader, "T"), "the reader is stopped")
                with NewNode("looker", master.port) as looker:

                    def topic():
                        return looker.ask("topics", topic=TOPIC)["topics"][0]

                    wait_until(lambda: topic()["bytes_waiting"] > 1 << 18, "a quarter of the queue is full")
                    master.idles()
                    assert topic()["messages_in"] < count and player.alive(), (topic(), player.stderr())
                reader.send(signal.SIGCONT)
                report = json.loads(reader.wait_for(lambda line: line.startswith("{"), "the report"))
                assert player.wait() == 0, player.stderr()
                result = json.loads(player.lines[-1])
        assert report == {"received": count, "missing": []}, report
        assert result["messages"] == count + 2 and result["lost"] == 0, result
        assert not master.events("lost"), master.events("lost")[-3:]


@scenario()
def latched_values_are_there_for_who_comes_later(master):
    with folder() as where, NewNode("later", master.port) as node:
        messages = [("/map", START, b'"old"'), ("/map", START + SECOND, b'"new"'), ("/odom", START + 2 * SECOND, b"1")]
        bag = mcap_out.write(f"{where}/x.mcap", messages, latched=("/map",))
        with play(master.port, bag, "-s", "1.5", "-k", "--topics", "/map", "--topics", "/odom"):
            wait_until(lambda: "/map" in {r[0] for r in node.graph()}, "the topic is there")
            node.subscribe("/map")
            assert node.receive("/map") == '"new"'


@scenario(master=False)
def an_original_master_carries_it_too():
    with original_master() as port, folder() as where, Node("p.py", port) as p, Node("s.py", port) as s:
        p.register_publish("BARO")
        s.subscribe("BARO")
        settle("BARO", p, s)
        bag = mcap_out.write(f"{where}/x.mcap", [("BARO", START + i, b'{"x": %d}' % i) for i in range(50)])
        with play(port, bag, "-i") as player:
            for number in range(50):
                assert s.receive("BARO") == f'{{"x": {number}}}'
            assert player.wait() == 0, player.stderr()
            assert "an original ZeROSMQ master waits for no subscriber" in player.stderr(), player.stderr()


def long_bag(where):
    return mcap_out.write(f"{where}/x.mcap", [("/t", START + i * SECOND // 10, b"%d" % i) for i in range(6000)])


@scenario()
def keys_on_a_terminal(master):
    with folder() as where, Node("listener", master.port) as node:
        bag, address = long_bag(where), f"127.0.0.1:{master.port}"
        node.subscribe("/t")
        with Terminal(zrs(), "play", bag, "--start-paused", "--master", address) as terminal:
            terminal.sees("space pauses, s steps", " [PAUSED ]  Bag Time: 1700000000.000000   Duration: 0.000000")
            terminal.press("ss")
            assert [node.receive("/t"), node.receive("/t")] == ["0", "1"]
            terminal.sees("Duration: 0.100000 / 599.900000")
            terminal.press("\x1b[C")
            terminal.sees("Duration: 5.100000 / 599.900000")
            terminal.press("\x1b[6~\x1b[D\x1b[A")
            terminal.sees("Duration: 60.100 / 599.900   1.10x")
            terminal.press("s")
            assert node.receive("/t") == "601"
            mark = len(terminal.text)
            terminal.resize(24, 30, terminal.process)
            terminal.sees("\r\x1b[2A\x1b[J", since=mark)
            terminal.resize(24, 80, terminal.process)
            mark = terminal.press(" ")
            terminal.sees("[RUNNING]", since=mark)
            assert node.receive("/t") == "602"
            terminal.press("q")
            assert terminal.process.wait(DEADLINE) == 0, terminal.text
            terminal.sees("Done.")
            assert terminal.settings() == terminal.before
            assert "\x1b[?1049" not in terminal.text


@scenario()
def the_terminal_is_put_back(master):
    with folder() as where:
        bag, address = long_bag(where), f"127.0.0.1:{master.port}"
        for keys, number, code in (("\x03", None, 130), (None, signal.SIGTERM, 130), (None, signal.SIGHUP, 130)):
            with Terminal(zrs(), "play", bag, "--master", address) as terminal:
                terminal.sees("[RUNNING]")
                assert terminal.settings() != terminal.before
                if keys:
                    terminal.press(keys)
                else:
                    terminal.process.send_signal(number)
                assert terminal.process.wait(DEADLINE) == code, terminal.text
                wait_until(lambda: terminal.settings() == terminal.before, "the terminal is as before")


@scenario()
def stopped_by_a_key_and_sent_to_the_background(master):
    with folder() as where:
        script = f"set -m; {zrs()} play {long_bag(where)} --master 127.0.0.1:{master.port}"
        with Terminal("bash", "--norc", "-ic", f"{script}; bg; jobs -p; read line; fg; echo over", rows=40) as terminal:
            terminal.sees("[RUNNING]")
            terminal.press("\x1a")
            terminal.sees("Stopped")
            wait_until(lambda: terminal.settings() == terminal.before, "the terminal is the shell's")
            pid = int(wait_until(lambda: [w for w in terminal.text.split() if w.isdigit()], "the job's number")[-1])
            status = pathlib.Path(f"/proc/{pid}/stat")

            def is_running():
                return status.read_text().rpartition(")")[2].split()[0] in "SR"

            wait_until(is_running, "it goes on in the background")
            assert terminal.settings() == terminal.before
            mark = terminal.press("\r")
            terminal.sees("[RUNNING]", since=mark)
            terminal.press("q")
            terminal.sees("Done.", "over")
            terminal.process.wait(DEADLINE)
