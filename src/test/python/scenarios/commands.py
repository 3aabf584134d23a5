"""zrs's own commands with ZeROSMQ nodes on the other side."""

import json
import signal

from harness import Process, wait_until, zrs
from scenario import scenario
from zrs_p1 import Node, collect, settle

ODD = ["", "  blanks  ", "1,2,3", "Grüße 世界", '{"a": [1, 2.50]}', "two\nlines"]


def run(master, *arguments):
    """Runs a command to its end; gives its lines."""
    with Process(zrs(), *arguments, "--master", f"127.0.0.1:{master.port}") as command:
        code = command.wait()
        assert code == 0, (arguments, code, command.lines, command.stderr())
        return command.lines


@scenario()
def echo_shows_what_a_python_node_publishes(master):
    with Node("./talker 1.py", master.port) as talker:
        talker.register_publish("BARO")
        with Process(zrs(), "echo", "--json", "BARO", "--master", f"127.0.0.1:{master.port}") as echo:

            def connected():
                talker.publish("BARO", "mark")
                return echo.lines

            wait_until(connected, "echo shows the first message")
            for payload in ODD + ["end"]:
                talker.publish("BARO", payload)
            echo.wait_for(lambda line: json.loads(line)["data"] == "end", "the last message")
            assert echo.stop(signal.SIGINT) == 0, echo.stderr()
            shown = [json.loads(line) for line in echo.lines]
            shown = [event for event in shown if event["data"] != "mark"]
            assert {event["topic"] for event in shown} == {"BARO"}, shown
            texts = [event["data"] for event in shown]
            assert texts == ["", "  blanks  ", "1,2,3", "Grüße 世界", {"a": [1, 2.5]}, "two\nlines", "end"], texts


@scenario()
def a_python_node_gets_what_pub_sends(master):
    with Node("p", master.port) as p, Node("./listener 1.py", master.port) as listener:
        p.register_publish("BARO")
        listener.subscribe("BARO")
        settle("BARO", p, listener)
        for _ in range(5):
            assert run(master, "pub", "BARO", *ODD, "end") == []
            assert collect("BARO", listener, "end") == ODD
        run(master, "pub", "-r", "500", "-n", "100", "BARO", "again")
        run(master, "pub", "BARO", "end")
        assert collect("BARO", listener, "end") == ["again"] * 100


@scenario()
def python_nodes_topics_are_listed(master):
    with Node("n", master.port) as node:
        for topic in ("ZULU", "ALPHA"):
            node.register_publish(topic)
        assert run(master, "topic", "list") == ["ALPHA", "ZULU"]
        assert [json.loads(line) for line in run(master, "topic", "list", "--json")] == [{"topics": ["ALPHA", "ZULU"]}]


@scenario()
def python_nodes_are_shown_on_their_topics(master):
    with Node("./talker 1.py", master.port) as p, Node("same.py", master.port) as a, Node("same.py", master.port) as b:
        p.register_publish("BARO")
        a.subscribe("BARO")
        b.subscribe("BARO")
        settle("BARO", p, a)
        info = run(master, "topic", "info", "BARO")
        assert info[:6] == ["Type: text", "", "Publishers: ", " * ./talker 1.py (127.0.0.1)", "", "Subscribers: "], info
        same = info[6:8]
        assert len(set(same)) == 2 and all(line.startswith(" * same.py#p1.") for line in same), info
        assert info[8:] == ["", ""], info
