"""zrs's commands with an original ZeROSMQ master: what protocol 1 can do works, and the master survives it."""

import contextlib
import json
import pathlib
import signal
import sys

from harness import Process, wait_until, zrs
from scenario import scenario
from zrs_p1 import Node, collect, settle

MASTER = pathlib.Path(__file__).resolve().parents[1] / "original_master.py"


@contextlib.contextmanager
def original_master():
    """Gives its port; afterwards it must still hear."""
    with Process(sys.executable, str(MASTER), "0") as master:
        port = int(master.wait_for(lambda line: True, "port"))
        yield port
        with Node("last.py", port) as node:
            node.topics()
        assert master.alive(), master.stderr()


def command(port, *arguments):
    return Process(zrs(), *arguments, "--master", f"127.0.0.1:{port}")


def run(port, *arguments):
    """Runs a command to its end; gives its lines."""
    with command(port, *arguments) as process:
        code = process.wait()
        assert code == 0, (arguments, code, process.lines, process.stderr())
        return process.lines


@scenario(master=False)
def topics_are_listed():
    with original_master() as port, Node("node.py", port) as node:
        assert run(port, "topic", "list") == []
        node.register_publish("ZULU")
        node.register_publish("ALPHA")
        for _ in range(3):
            assert run(port, "topic", "list") == ["ALPHA", "ZULU"]


def note(port, *arguments):
    """Runs a command; gives its lines, and the one line that names what an original master does not tell."""
    with command(port, *arguments) as process:
        assert process.wait() == 0, (arguments, process.lines, process.stderr())
        notes = process.stderr().splitlines()
        assert len(notes) == 1 and notes[0].startswith("zrs: an original ZeROSMQ master does not tell "), notes
        return process.lines


@scenario(master=False)
def topics_are_looked_at():
    with original_master() as port, Node("p.py", port) as p, Node("s.py", port) as s:
        p.register_publish("BARO")
        p.register_publish("ALONE")
        assert note(port, "topic", "info", "BARO") == [
            "Type: unknown", "", "Publishers: unknown", "", "Subscribers: None", "", ""]
        s.subscribe("BARO")
        assert note(port, "topic", "list", "-v") == [
            "", "Published topics:", " * ALONE [unknown]", " * BARO [unknown] 1 publisher",
            "", "Subscribed topics:", " * BARO [unknown] 1 subscriber", ""]
        assert note(port, "topic", "list", "-s", "--json") == ['{"topics":["BARO"]}']
        assert note(port, "topic", "info", "BARO") == [
            "Type: unknown", "", "Publishers: ", " * p", "", "Subscribers: ", " * s", "", ""]
        with command(port, "topic", "info", "/BARO") as wrong:
            assert wrong.wait() == 1, wrong.lines
            assert wrong.stderr().strip() == "zrs: there is no topic /BARO; did you mean BARO?", wrong.stderr()


@scenario(master=False)
def types_are_listened_for():
    with original_master() as port, command(port, "pub", "-r", "20", "BARO", '{"x": 1.5}') as pub:
        wait_until(lambda: run(port, "topic", "list") == ["BARO"], "pub has registered")
        assert run(port, "topic", "type", "BARO") == ["json", '{"x": number}']
        assert note(port, "topic", "find", ".x") == ["BARO"]
        assert note(port, "topic", "find", "text") == []
        assert pub.stop(signal.SIGINT) == 0, pub.stderr()


@scenario(master=False)
def a_watched_list_is_asked_for_again_and_again():
    with original_master() as port, Node("p.py", port) as p:
        with command(port, "topic", "list", "--watch") as watch:
            p.register_publish("BARO")
            watch.wait_for(lambda line: line == "+ BARO", "the topic")
            assert watch.stop(signal.SIGINT) == 0, watch.stderr()
            assert len(watch.stderr().splitlines()) == 1, watch.stderr()


@scenario(master=False)
def pub_reaches_a_python_node():
    with original_master() as port, Node("p.py", port) as p, Node("s.py", port) as s:
        p.register_publish("BARO")
        s.subscribe("BARO")
        settle("BARO", p, s)
        for _ in range(3):
            run(port, "pub", "BARO", "one", "two words", "end")
            assert collect("BARO", s, "end") == ["one", "two words"]


@scenario(master=False)
def echo_shows_a_python_node():
    with original_master() as port, Node("p.py", port) as p:
        p.register_publish("BARO")
        for _ in range(2):
            with command(port, "echo", "--json", "BARO") as echo:

                def connected():
                    p.publish("BARO", "mark")
                    return echo.lines

                wait_until(connected, "echo shows the first message")
                p.publish("BARO", "Grüße")
                echo.wait_for(lambda line: json.loads(line)["data"] == "Grüße", "the last message")
                assert echo.stop(signal.SIGINT) == 0, echo.stderr()


@scenario(master=False)
def echo_before_anybody_publishes():
    with original_master() as port, command(port, "echo", "-n", "3", "BARO") as echo:
        with command(port, "pub", "-r", "20", "BARO", "hello") as pub:
            assert echo.wait() == 0, echo.stderr()
            assert pub.stop(signal.SIGINT) == 0, pub.stderr()
        assert echo.lines == ["hello", "---"] * 3, echo.lines
