"""zrs launch with real programs: nothing of them is left, whatever happens."""

import contextlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile

from harness import ROOT, Process, free_ports, wait_until, zrs
from scenario import scenario

PYTHON = "/usr/bin/python3"
QUICK = ("--sigint-timeout", "300ms", "--sigterm-timeout", "300ms")

# Ignores SIGINT and SIGTERM, leaves its session, forks twice, and forgets its environment in one of them.
STUBBORN = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pids = open("pids", "a", buffering=1)
print(os.getpid(), file=pids)
if os.fork() == 0:
    os.setsid()
    if os.fork():
        os._exit(0)
    print(os.getpid(), file=pids)
elif os.fork() == 0:
    print(os.getpid(), file=pids)
    os.execve(sys.executable, [sys.executable, "-c", "import time; time.sleep(1000)"], {})
elif len(sys.argv) > 1:
    while len(open("pids").readlines()) < 3:
        time.sleep(0.01)
    os._exit(int(sys.argv[1]))
time.sleep(1000)
"""

# Says when it is interrupted, and ends well; of a child it knows nothing, which has given up session and environment.
POLITE = """
import os, signal, sys, time
if len(sys.argv) > 1 and os.fork() == 0:
    os.setsid()
    print(os.getpid(), file=open("pids", "a", buffering=1))
    os.close(1); os.close(2)
    os.execve(sys.executable, [sys.executable, "-c", "import time; time.sleep(1000)"], {})
def end(number, frame):
    print("interrupted", flush=True)
    sys.exit(0)
signal.signal(signal.SIGINT, end)
print("up at last", flush=True)
time.sleep(1000)
"""


@contextlib.contextmanager
def folder(**files):
    with tempfile.TemporaryDirectory(prefix="zrs-launch-") as name:
        path = pathlib.Path(name)
        for file, text in {"stubborn": STUBBORN, "polite": POLITE, **files}.items():
            (path / f"{file}.py").write_text(text)
        yield path


def launch(path, text, *options):
    (path / "it.yaml").write_text(text)
    return Process(zrs(), "launch", str(path / "it.yaml"), "--json", *options)


def events(process, kind):
    return [event for event in map(json.loads, list(process.lines)) if event["event"] == kind]


def await_event(process, kind, node):
    process.wait_for(
        lambda line: json.loads(line)["event"] == kind and json.loads(line)["node"] == node, f"{kind} of {node}"
    )


def pids(path, count):
    """The stubborn programs' numbers, once there are as many."""

    def read():
        file = path / "pids"
        found = [int(line) for line in file.read_text().split()] if file.exists() else []
        return found if len(found) == count else None

    return wait_until(read, f"{count} processes of {path}")


def runs(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


@scenario()
def nodes_start_when_others_are_ready_and_end_in_reverse(master):
    port = free_ports(1)
    publisher = f"""
import sys, time
sys.path.insert(0, {os.path.dirname(os.path.dirname(os.path.abspath(__file__)))!r})
from zrs_p1 import Node
with Node("publisher", {master.port}) as node:
    node.register_publish("/ready")
    time.sleep(1000)
"""
    server = """
import socket, sys, time
time.sleep(0.1)
with socket.create_server(("127.0.0.1", int(sys.argv[1]))) as server:
    while True: server.accept()[0].close()
"""
    text = f"""
args: {{port: }}
master: 127.0.0.1:{master.port}
nodes:
  last: {{run: {PYTHON} polite.py, depends_on: [topic]}}
  topic: {{run: {PYTHON} publisher.py, ready: {{topic: /ready}}, depends_on: port}}
  port: {{run: {PYTHON} server.py $(arg port), ready: {{port: $(arg port)}}, depends_on: line}}
  line: {{run: {PYTHON} polite.py, ready: {{line: ^up at}}}}
"""
    with folder(publisher=publisher, server=server) as path:
        with launch(path, text, f"port:={port}") as process:
            process.wait_for(lambda line: '"last"' in line and "up at last" in line, "the last one's line")
            order = [(event["event"], event["node"]) for event in events(process, "started") + events(process, "ready")]
            assert [name for kind, name in order if kind == "started"] == ["line", "port", "topic", "last"], order
            assert [name for kind, name in order if kind == "ready"] == ["line", "port", "topic"], order
            assert process.stop(signal.SIGINT) == 0, process.stderr()
            ended = [event["node"] for event in events(process, "exited")]
            assert ended == ["last", "topic", "port", "line"], ended
            said = [event["node"] for event in events(process, "output") if event["text"] == "interrupted"]
            assert said == ["last", "line"], process.lines


@scenario(master=False)
def nothing_survives_an_interrupt():
    with folder() as path:
        text = f"master: none\nnodes: {{stubborn: {PYTHON} stubborn.py, polite: {PYTHON} polite.py child}}\n"
        with launch(path, text, *QUICK) as process:
            found = pids(path, 4)
            process.wait_for(lambda line: "up at last" in line, "the polite one's line")
            assert process.stop(signal.SIGINT) == 0, process.stderr()
            assert not [pid for pid in found if runs(pid)], found
            signals = [event["signal"] for event in events(process, "signalled") if event["node"] == "stubborn"]
            assert signals == ["SIGTERM", "SIGKILL"], process.lines


@scenario(master=False)
def nothing_survives_kill_9():
    with folder() as path:
        text = f"master: none\nnodes: {{stubborn: {PYTHON} stubborn.py, polite: {PYTHON} polite.py child}}\n"
        with launch(path, text, *QUICK) as process:
            found = pids(path, 4)
            await_event(process, "started", "polite")
            found += [event["process"] for event in events(process, "started")]
            process.send(signal.SIGKILL)
            process.process.wait(30)
            wait_until(lambda: not [pid for pid in found if runs(pid)], f"the end of {found}")


@scenario(master=False)
def a_required_node_ends_all_with_its_code_and_leaves_no_children():
    with folder() as path:
        text = f"""
master: none
nodes:
  crashes: {{run: {PYTHON} stubborn.py 7, required: true}}
  polite: {{run: {PYTHON} polite.py}}
"""
        with launch(path, text, *QUICK) as process:
            found = pids(path, 3)
            assert process.wait() == 7, process.stderr()
            assert not [pid for pid in found if runs(pid)], found
            assert [event["node"] for event in events(process, "left_behind")] == ["crashes"]
            assert events(process, "ended")[0]["code"] == 7


@scenario(master=False)
def a_second_interrupt_hastens():
    with folder() as path:
        text = f"master: none\nnodes: {{stubborn: {PYTHON} stubborn.py}}\n"
        with launch(path, text, "--sigint-timeout", "1h", "--sigterm-timeout", "1h") as process:
            found = pids(path, 3)
            process.send(signal.SIGINT)
            process.wait_for(lambda line: json.loads(line)["event"] == "stopping", "the first stage")
            process.send(signal.SIGINT)
            process.wait_for(lambda line: '"SIGTERM"' in line, "the second stage")
            process.send(signal.SIGINT)
            process.wait()
            assert not [pid for pid in found if runs(pid)], found
            assert [event["signal"] for event in events(process, "hastened")] == ["SIGTERM", "SIGKILL"]


@scenario(master=False)
def in_the_background_it_ends_by_sigterm_and_its_nodes_by_sigint():
    """A shell without job control has what it starts by & ignore SIGINT, and that is inherited."""
    with folder() as path:
        (path / "it.yaml").write_text(f"master: none\nnodes: {{polite: {PYTHON} polite.py}}\n")
        command = f"'{zrs()}' launch '{path}/it.yaml' & echo $! >'{path}/pid'; wait $!"
        shell = subprocess.Popen(["sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert shell.stdout.readline() == b"[polite] up at last\n"
        os.kill(int((path / "pid").read_text()), signal.SIGTERM)
        out, err = shell.communicate(timeout=30)
        assert out == b"[polite] interrupted\n" and shell.returncode == 0, (out, err, shell.returncode)


@scenario(master=False)
def the_example_runs_python_and_java_together():
    with tempfile.TemporaryDirectory(prefix="zrs-launch-") as name:
        for file in (ROOT / "src/main/dist/examples/launch").iterdir():
            text = file.read_text().replace("master: auto", "master: {port: 0}")
            (pathlib.Path(name) / file.name).write_text(text)
        options = [f"library:={pathlib.Path(zrs()).parents[1] / 'lib'}", f"python:={PYTHON}", "rate:=20", "count:=5"]
        with Process(zrs(), "launch", f"{name}/robot.yaml", *options, "--log-dir", f"{name}/logs") as process:
            assert process.wait(60) == 0, process.stderr()
            said = [f"[talker] said hello {number}" for number in range(1, 6)]
            heard = [f"[listener] heard hello {number} from Python" for number in range(1, 6)]
            assert [line for line in process.lines if line in said] == said, process.lines
            assert [line for line in process.lines if line in heard] == heard, process.lines
            log = pathlib.Path(name, "logs", "listener.log").read_text()
            assert log.splitlines() == ["listening", *[line.partition(" ")[2] for line in heard]], log
