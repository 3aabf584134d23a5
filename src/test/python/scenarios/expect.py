"""zrs expect with publishers of every kind on the other side."""

import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import xml.etree.ElementTree

from harness import DEADLINE, Master, Process, free_ports, wait_until, zrs
from scenario import scenario
from zrs_p1 import Node, settle

ORIGINAL = pathlib.Path(__file__).resolve().parents[1] / "original_master.py"
DONE, FAILED, USAGE, WRONG, LATE, INTERRUPTED = 0, 1, 2, 3, 4, 130


def command(port, *arguments):
    return [zrs(), "expect", "--master", f"127.0.0.1:{port}", *arguments]


def expect(port, *arguments, text=None):
    """Runs it to its end: the exit code, its lines, and what it said besides."""
    ended = subprocess.run(
        command(port, *arguments), input=text or "", capture_output=True, encoding="utf-8", timeout=DEADLINE, check=False
    )
    return ended.returncode, ended.stdout.splitlines(), ended.stderr


class Talking:
    """A pyzmq node that publishes on and on, some hundred times a second."""

    def __init__(self, port, topic, payload):
        self.node = Node("talker.py", port)
        self.topic, self.payload = topic, payload
        self.node.register_publish(topic)
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.talk, daemon=True)

    def talk(self):
        while not self.over.wait(0.005):
            self.node.publish(self.topic, self.payload)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *failure):
        self.over.set()
        self.thread.join()
        self.node.close()


@scenario()
def judges_what_a_python_node_publishes(master):
    with Talking(master.port, "BARO", '{"x": 3}'):
        assert expect(master.port, "BARO") == (DONE, ["pass  BARO  1 message, expected at least 1"], "")
        assert expect(master.port, "BARO", "-n", "20")[0] == DONE
        assert expect(master.port, "BARO", "--hz", "1..1000", "--within", "2s")[0] == DONE
        code, lines, _ = expect(master.port, "BARO", "--hz", "10000..", "--within", "200ms")
        assert code == WRONG and lines[0].endswith(" Hz, expected at least 10000 Hz"), lines
        assert expect(master.port, "BARO", "--filter", "x == 3", "--every", "--within", "300ms")[0] == DONE
        code, lines, _ = expect(master.port, "BARO", "--filter", "x > 3", "--every")
        wrong = 'FAIL  BARO  message 1 does not match, expected every message with x > 3: {"x": 3}'
        assert (code, lines) == (WRONG, [wrong])
        code, lines, _ = expect(master.port, "BARO", "--silent")
        assert (code, lines) == (WRONG, ['FAIL  BARO  1 message, expected none: {"x": 3}'])
        assert expect(master.port, "BARO", "--silent", "--filter", "x > 3", "--within", "300ms")[0] == DONE
        assert expect(master.port, "BARO", "--filter", "x > 3", "--within", "300ms")[0] == LATE
        code, lines, _ = expect(master.port, "BARRO", "--within", "100ms")
        assert code == LATE and lines[0].endswith("; nobody publishes it, did you mean BARO?"), lines


@scenario()
def takes_expectations_from_a_pipe_and_reports_in_every_form(master):
    checks = "\n".join(
        [
            "within: 300ms",
            "expect:",
            "  - {topic: BARO, name: weather, count: 5.., filter: x == 3, every: true}",
            "  - {topic: NONE, silent: true}",
            "  - {topic: NONE}",
        ]
    )
    with Talking(master.port, "BARO", '{"x": 3}'), tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.xml"
        code, lines, error = expect(master.port, "-f", "-", "--json", "--junit", str(report), text=checks)
        assert code == LATE and error == "", error
        found = [json.loads(line) for line in lines]
        outcomes = [(f["topic"], f["check"], f["outcome"]) for f in found]
        assert outcomes == [
            ("BARO", "count", "pass"),
            ("BARO", "every", "pass"),
            ("NONE", "silent", "pass"),
            ("NONE", "message", "timeout"),
        ], outcomes
        suite = xml.etree.ElementTree.parse(report).getroot().find("testsuite")
        assert suite.get("tests") == "4" and suite.get("failures") == "1", suite.attrib
        assert [case.find("failure") is None for case in suite.iter("testcase")] == [True, True, True, False]
        code, lines, _ = expect(master.port, "-f", "-", "--tap", text=checks)
        assert code == LATE and lines[:2] == ["TAP version 14", "1..4"], lines
        assert [line.startswith("ok ") for line in lines if " - " in line] == [True, True, True, False], lines
        code, lines, _ = expect(master.port, "-f", "-", "--junit", "-", text=checks)
        assert code == LATE and xml.etree.ElementTree.fromstring("\n".join(lines).encode()).tag == "testsuites"
        code, lines, error = expect(master.port, "-f", "-", text=checks.replace("silent", "silnet"))
        wrong = "zrs: standard input:4:19: unknown key 'silnet'; did you mean 'silent'?\n"
        assert (code, lines, error) == (USAGE, [], wrong)


@scenario()
def a_saved_graph_is_expected_until_it_changes(master):
    with Node("./talker 1.py", master.port) as talker, Node("listener.py", master.port) as listener:
        talker.register_publish("BARO")
        listener.subscribe("BARO")
        settle("BARO", talker, listener)
        with tempfile.TemporaryDirectory() as folder:
            graph = str(pathlib.Path(folder) / "graph.yaml")
            assert expect(master.port, "--graph", graph, "--save") == (DONE, [], "")
            code, lines, error = expect(master.port, "--graph", graph)
            assert code == DONE and error == "" and len(lines) == 2, (lines, error)
            running = Process(*command(master.port, "--graph", graph, "--within", "20s"))
            assert running.wait() == DONE
            listener.register_publish("TEMP")
            code, lines, _ = expect(master.port, "--graph", graph, "--within", "100ms")
            assert code == WRONG, lines
            assert [line for line in lines if line.startswith("FAIL")] == [
                "FAIL  listener.py    publishes TEMP, expected no publisher of TEMP"
            ], lines
            saved = pathlib.Path(graph).read_text(encoding="utf-8")
            code, lines, _ = expect(master.port, "--graph", "-", text=saved.replace("forbidden", "allowed"))
            assert code == DONE, lines


@scenario()
def waits_for_a_system_that_is_starting(master):
    graph = "nodes:\n  'talk*':\n    publishes: BARO\n"
    process = subprocess.Popen(
        command(master.port, "--graph", "-", "--within", "30s"), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        process.stdin.write(graph.encode())
        process.stdin.close()
        with Node("talker", master.port) as talker:
            talker.register_publish("BARO")
            assert process.stdout.read() == b"pass  talk*  1 node, expected at least 1 node\n"
            assert process.wait(DEADLINE) == DONE
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def watching(master):
    """Waits until somebody, who is hidden, has subscribed."""
    wait_until(lambda: '"subscriber"' in "\n".join(master.lines), "expect has subscribed")


@scenario()
def ctrl_c_leaves_it_open(master):
    with Process(*command(master.port, "NONE", "--silent", "--within", "1h")) as process:
        watching(master)
        wait_until(lambda: process.alive(), "it runs")
        assert process.stop(signal.SIGINT) == INTERRUPTED
        assert process.lines in (
            [],
            ["open  NONE  no message, expected none; interrupted before that was certain"],
        ), process.lines


@scenario(master=False)
def a_master_that_dies_leaves_it_open():
    with Master() as master:
        with Process(*command(master.port, "NONE", "--silent", "--within", "1h")) as process:
            watching(master)
            master.send(signal.SIGKILL)
            assert process.wait() == FAILED
            assert process.lines in (
                [],
                ["open  NONE  no message, expected none; the master has gone before that was certain"],
            ), process.lines
            assert process.stderr().startswith("zrs: "), process.stderr()


@scenario(master=False)
def no_master_is_no_finding():
    code, lines, error = expect(free_ports(1), "BARO", "--within", "1h")
    assert (code, lines) == (FAILED, []) and error.startswith("zrs: "), (code, lines, error)


@scenario(master=False)
def an_original_master_is_told_from_what_it_cannot_tell():
    with Process(sys.executable, str(ORIGINAL), "0") as master:
        port = int(master.wait_for(lambda line: True, "its port"))
        with Talking(port, "BARO", '{"x": 3}'), Node("listener.py", port) as listener:
            listener.subscribe("BARO")
            code, lines, error = expect(port, "BARO", "-n", "3", "--filter", "x == 3")
            assert (code, lines) == (DONE, ["pass  BARO  3 messages, expected at least 3 with x == 3"]), lines
            assert error.startswith("zrs: an original ZeROSMQ master does not tell what it drops"), error
            code, lines, _ = expect(port, "BARRO", "--within", "100ms")
            assert code == LATE and lines[0].endswith("; nobody publishes it, did you mean BARO?"), lines
            graph = "others: allowed\nnodes:\n  listener: {subscribes: BARO}\n  ghost:\n"
            code, lines, error = expect(port, "--graph", "-", "--within", "100ms", text=graph)
            assert code == WRONG and lines == [
                "pass  listener  1 node, expected at least 1 node",
                "FAIL  ghost     missing, expected at least 1 node",
            ], lines
            assert error.startswith("zrs: an original ZeROSMQ master does not tell"), error


@scenario("--queue", "64KiB")
def what_was_lost_is_no_proof(master):
    with Node("talker", master.port) as talker, tempfile.TemporaryDirectory() as folder:
        talker.register_publish("FLOOD")
        checks = pathlib.Path(folder) / "checks.yaml"
        checks.write_text("- {topic: FLOOD}\n- {topic: FLOOD, silent: true, filter: x > 3, within: 3s}\n")
        with Process(*command(master.port, "-f", str(checks))) as process:

            def heard():
                talker.publish("FLOOD", "mark")
                return process.lines

            wait_until(heard, "the first finding, which shows that it hears")
            process.send(signal.SIGSTOP)

            def lost():
                for _ in range(20):
                    talker.publish("FLOOD", "y" * 100_000)
                return master.events("lost")

            wait_until(lost, "the master drops what nobody takes")
            process.send(signal.SIGCONT)
            assert process.wait() == WRONG
            assert process.lines[1].startswith("FAIL  FLOOD  0 of "), process.lines
            assert process.lines[1].endswith(" lost on the way"), process.lines
