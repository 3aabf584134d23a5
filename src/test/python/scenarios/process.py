"""The master as a process: its first line, its end, its errors."""

import re
import signal
import socket
import subprocess

from harness import Master, Process, wait_until, zrs
from scenario import scenario
from zrs_p1 import Node, deliver


def failing(*arguments):
    """Runs a command that must end by itself; gives its exit code, stdout and stderr."""
    ended = subprocess.run([zrs(), *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


@scenario(master=False)
def the_first_line_tells_the_address():
    with Process(zrs(), "master", "--port", "0") as master:
        line = master.wait_for(lambda line: True, "first line")
        address = re.search(r"\blistening on (\S+):(\d+)$", line)
        assert address and address[1] == "127.0.0.1", line
        with Node("n", int(address[2])) as node:
            assert node.topics() == []
        assert master.stop() == 0


@scenario()
def the_first_object_tells_the_address(master):
    started = master.events("started")
    assert len(started) == 1 and started[0]["host"] == "127.0.0.1" and started[0]["port"] == master.port, started


@scenario()
def who_joins_and_leaves_is_told(master):
    with Node("./talker 1.py", master.port) as talker, Node("listener", master.port) as listener:
        talker.register_publish("BARO")
        listener.subscribe("BARO")
        deliver("BARO", talker, listener)
        talker.stop_publishing("BARO")
        joined = wait_until(lambda: len(master.events("joined")) == 2 and master.events("joined"), "two have joined")
        assert [event["node"] for event in joined] == ["./talker 1.py", "listener"], joined
        assert {event["topic"] for event in joined} == {"BARO"}, joined
        left = wait_until(lambda: master.events("left"), "one has left")
        assert left[0]["node"] == "./talker 1.py", left
    wait_until(lambda: len(master.events("left")) == 2, "both have left")


@scenario()
def a_taken_port_is_one_line(master):
    code, out, err = failing("master", "--port", str(master.port))
    assert code == 1 and out == "", (code, out, err)
    assert err.count("\n") == 1 and str(master.port) in err, err


@scenario(master=False)
def a_port_taken_by_another_program_is_one_line():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        code, out, err = failing("master", "--port", port)
        assert code == 1 and out == "" and err.count("\n") == 1 and port in err, (code, out, err)


@scenario(master=False)
def an_address_of_another_machine_is_one_line():
    code, out, err = failing("master", "--port", "0", "--bind", "192.0.2.1")
    assert code == 1 and out == "" and err.count("\n") == 1 and "192.0.2.1" in err, (code, out, err)


@scenario(master=False)
def wrong_usage_is_2():
    for arguments in ("--port 70000", "--port x", "--data-ports 9-3", "--data-ports x", "--nonsense"):
        code, out, err = failing("master", *arguments.split())
        assert code == 2 and out == "" and err, (arguments, code, out, err)
        assert "Exception" not in err, err


def ended_by(signal_number):
    with Master() as master, Node("p", master.port) as p, Node("s", master.port) as s:
        p.register_publish("BARO")
        s.subscribe("BARO")
        deliver("BARO", p, s)
        assert master.stop(signal_number) == 0, master.stderr()
        assert master.events("stopped"), master.lines
        assert "Exception" not in master.stderr(), master.stderr()


@scenario(master=False)
def sigterm_ends_it_cleanly():
    ended_by(signal.SIGTERM)


@scenario(master=False)
def sigint_ends_it_cleanly():
    ended_by(signal.SIGINT)


@scenario(master=False)
def a_new_master_takes_the_old_ones_port():
    with Master() as old, Node("p", old.port) as p, Node("s", old.port) as s:
        p.register_publish("BARO")
        s.subscribe("BARO")
        deliver("BARO", p, s)
        assert old.stop() == 0
        with Process(zrs(), "master", "--port", str(old.port)) as new:
            new.wait_for(lambda line: line.endswith(f"listening on 127.0.0.1:{old.port}"), "first line")
            with Node("p", old.port) as p2, Node("s", old.port) as s2:
                p2.register_publish("BARO")
                s2.subscribe("BARO")
                deliver("BARO", p2, s2)
            assert new.stop() == 0
