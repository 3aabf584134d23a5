"""zrs top: in a terminal of its own, and for scripts."""

import json
import os
import signal
import time

from harness import DEADLINE, Process, wait_until, zrs
from scenario import scenario
from scenarios.original import original_master
from terminal import ENTERS, LEAVES, Terminal
from zrs_p2 import Node


def top(port, *arguments, **how):
    return Terminal(zrs(), "top", "--master", f"127.0.0.1:{port}", *arguments, **how)


def printed(port, *arguments):
    """Runs it without a terminal; gives its lines."""
    with Process(zrs(), "top", "--master", f"127.0.0.1:{port}", *arguments) as process:
        assert process.wait() == 0, process.stderr()
        return process.lines


@scenario()
def a_screen_obeys_its_keys(master):
    with Node("driver", master.port, host="robot-1", program="python 3") as node:
        node.advertise("/camera/image")
        node.advertise("/other")
        node.publish("/camera/image", '{"width": 640, "name": "\\u001b[31m"}')
        with top(master.port) as terminal:
            terminal.sees(f"master 127.0.0.1:{master.port}", "Topics 2", "/camera/image", "Nodes 1", "robot-1", "q quit")
            assert terminal.settings() != terminal.before
            mark = terminal.press("\t")
            # The row is painted anew, as the selected one.
            terminal.sees("driver", "robot-1", "topics", since=mark)
            mark = terminal.press("\t/IMAGE")
            terminal.sees("Topics 1 of 2", "filter: IMAGE", since=mark)
            mark = terminal.press("\r\r")
            terminal.sees("Publishers (1)", '"width": 640', "\\u001b[31m", since=mark)
            mark = terminal.press("q")
            terminal.sees("Topics 1 of 2", since=mark)
            mark = terminal.press("g")
            terminal.sees("q back", "driver", since=mark)
            mark = terminal.press("\x1b")
            terminal.sees("Topics 1 of 2", since=mark)
            mark = terminal.press("?")
            terminal.sees("what publishers send", since=mark)
            mark = terminal.press("qp")
            terminal.sees("PAUSED", since=mark)
            terminal.press("q")
            terminal.ends(0)


@scenario()
def a_terminal_of_another_size_is_filled(master):
    with top(master.port, rows=10, columns=40) as terminal:
        terminal.sees("Topics 0")
        mark = len(terminal.text)
        terminal.resize(50, 200, terminal.process)
        terminal.sees("Topics 0", "Nodes 0", "connections", since=mark)
        terminal.press("q")
        terminal.ends(0)


@scenario()
def signals_leave_the_terminal_as_it_was(master):
    for end in (lambda t: t.press("\x03"), lambda t: t.process.terminate(), lambda t: t.process.send_signal(signal.SIGHUP)):
        with top(master.port) as terminal:
            terminal.sees("Topics 0")
            end(terminal)
            terminal.ends(0)


@scenario()
def an_interruption_while_it_quits_leaves_the_terminal_as_it_was(master):
    for _ in range(5):
        with top(master.port) as terminal:
            terminal.sees("Topics 0")
            terminal.press("q")
            # The settings are what it puts back last, some milliseconds behind this.
            end = time.monotonic() + DEADLINE
            while LEAVES not in terminal.text:
                assert time.monotonic() < end
            terminal.process.send_signal(signal.SIGINT)
            terminal.ends(0)


@scenario()
def a_stopped_top_gives_the_terminal_back(master):
    with top(master.port) as terminal:
        terminal.sees("Topics 0")
        terminal.press("\x1a")
        wait_until(lambda: os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOHANG), "it has stopped")
        terminal.is_as_before()
        mark = len(terminal.text)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.sees(ENTERS, "Topics 0", since=mark)
        terminal.press("q")
        terminal.ends(0)


@scenario()
def a_master_that_is_gone_is_waited_for(master):
    with Node("driver", master.port) as node:
        node.advertise("/kept")
        with top(master.port) as terminal:
            terminal.sees("/kept")
            master.send(signal.SIGSTOP)
            terminal.sees("is gone, for", "waiting for it")
            mark = terminal.press("?")
            terminal.sees("what publishers send", since=mark)
            mark = terminal.press("q")
            terminal.sees("/kept", since=mark)
            mark = len(terminal.text)
            master.send(signal.SIGCONT)
            terminal.sees("lost 0", since=mark)
            terminal.press("q")
            terminal.ends(0)


@scenario()
def a_hanging_master_leaves_the_terminal_as_it_was(master):
    with top(master.port, "-d", "200ms") as terminal:
        terminal.sees("Topics 0")
        master.send(signal.SIGSTOP)
        try:
            terminal.sees("is gone, for")
            terminal.process.terminate()
            terminal.ends(0)
        finally:
            master.send(signal.SIGCONT)


@scenario()
def figures_for_scripts_are_those_that_were_published(master):
    with Node("talker", master.port, host="h", program="p") as talker, Node("listener", master.port) as listener:
        talker.advertise("/chatter")
        sub = listener.subscribe("/chatter")
        for number in range(50):
            talker.publish("/chatter", f"message {number:03}")
        for _ in range(50):
            assert sub.poll(20_000)
            sub.recv()
        lines = printed(master.port, "--once", "--json", "-d", "200ms")
        assert len(lines) == 1, lines
        told = json.loads(lines[0])
        assert told["master"]["nodes"] == 2 and told["master"]["topics"] == 1, told
        assert told["master"]["messages_in"] == 50 and told["master"]["rate_lost"] == 0, told
        (topic,) = told["topics"]
        assert topic["topic"] == "/chatter" and topic["messages_in"] == topic["messages_out"] == 50, topic
        assert topic["publishers"] == topic["subscribers"] == 1 and topic["rate_in"] == 0, topic
        assert [node["name"] for node in told["nodes"]] == ["listener", "talker"], told
        assert {node["name"]: node["messages_lost"] for node in told["nodes"]} == {"talker": 0, "listener": 0}
        assert {node["name"]: node["rate_received"] for node in told["nodes"]} == {"talker": 0, "listener": 0}
        text = "\n".join(printed(master.port, "--once", "-d", "200ms"))
        assert "/chatter" in text and "talker" in text and "\x1b" not in text, text
        assert not json.loads(printed(master.port, "--once", "--json", "-d", "200ms", "-f", "none of it")[0])["topics"]


@scenario()
def a_stream_has_rates_and_ends_at_ctrl_c(master):
    with Process(zrs(), "pub", "-r", "200", "/r", "x", "--master", f"127.0.0.1:{master.port}") as pub:
        with Process(zrs(), "top", "--json", "-d", "200ms", "--master", f"127.0.0.1:{master.port}") as stream:
            stream.wait_for(
                lambda line: any((topic["rate_in"] or 0) > 0 for topic in json.loads(line)["topics"]), "a rate above 0"
            )
            assert stream.stop(signal.SIGINT) == 0, stream.stderr()
        pub.stop(signal.SIGINT)


@scenario()
def without_a_terminal_it_says_what_to_do(master):
    with Process(zrs(), "top", "--master", f"127.0.0.1:{master.port}") as process:
        assert process.wait() == 2
        assert "use --once" in process.stderr(), process.stderr()
    with top(master.port, env={"TERM": "dumb"}) as terminal:
        terminal.sees("TERM is 'dumb'; use --once")
        assert terminal.process.wait(30) == 1


@scenario(master=False)
def an_original_master_is_refused():
    with original_master() as port, Process(zrs(), "top", "--once", "--master", f"127.0.0.1:{port}") as process:
        assert process.wait() == 1
        assert "an original ZeROSMQ master does not tell anything in numbers" in process.stderr(), process.stderr()
