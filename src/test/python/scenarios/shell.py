"""zrs shell: at a terminal of its own, and with scripts."""

import contextlib
import os
import pathlib
import signal
import subprocess
import tempfile

import harness
from harness import zrs
from scenario import scenario
from terminal import Terminal
from zrs_p2 import Node


@contextlib.contextmanager
def shell(port):
    with tempfile.TemporaryDirectory() as state:
        env = {"XDG_STATE_HOME": state, "ZRS_MASTER": f"127.0.0.1:{port}"}
        with Terminal(zrs(), env=env) as terminal:
            terminal.history = pathlib.Path(state, "zrs", "history")
            yield terminal


def ends(terminal, code):
    ended = terminal.process.wait(harness.DEADLINE)
    assert ended == code, (ended, terminal.text[-2000:])
    harness.wait_until(lambda: terminal.settings() == terminal.before, "the terminal's settings are as before")


@scenario()
def a_session(master):
    there = f"● 127.0.0.1:{master.port} zrs> "
    with Node("driver", master.port) as node:
        node.advertise("/odom")
        node.publish("/odom", '{"pose": {"x": 1}}')
        with shell(master.port) as terminal:
            # What changes is painted, and nothing else: the rest of the prompt has been there before.
            terminal.sees("●")
            # Commands, topics and fields of their messages are completed.
            mark = terminal.press("topi\tlis\t\r")
            terminal.sees("/odom\r\n", there, since=mark)
            mark = terminal.press("echo /od\t--field p")
            harness.wait_until(lambda: node_fields(node, terminal, mark), "a field is completed")
            # Ctrl-C gives the line up.
            mark = terminal.press("\x03")
            terminal.sees(there, since=mark)
            mark = terminal.press("echo /odom --raw\r")
            harness.wait_until(lambda: node_hears(node, terminal, mark), "what is published is shown")
            # Ctrl-C ends the command, and not the shell.
            mark = terminal.press("\x03")
            terminal.sees(there, since=mark)
            mark = terminal.press("topic list | grep -c odom; exit 3\r")
            terminal.sees("1\r\n", "[3] zrs> ", since=mark)
            # A job is heard above the line that is being typed.
            mark = terminal.press("echo /odom --raw &\r")
            terminal.sees("[1] running  echo /odom --raw", since=mark)
            mark = terminal.press("topic inf")
            # What the history suggests stands between what is typed.
            terminal.sees("nf", since=mark)
            harness.wait_until(lambda: node_hears(node, terminal, mark), "the job shows what is published")
            mark = len(terminal.text)
            terminal.press("\x15kill %1\r")
            terminal.sees("[1] done  echo /odom --raw", there, since=mark)
            # A whole screen, and the shell again.
            mark = terminal.press("top\r")
            terminal.sees("Topics 1", "q quit", since=mark)
            mark = terminal.press("q")
            terminal.sees("\x1b[?1049l", there, since=mark)
            # What a command reads is typed as everywhere.
            mark = terminal.press("pub /typed -f -\r")
            harness.wait_until(lambda: terminal.settings() == terminal.before, "the terminal is the command's")
            terminal.press("one\rtwo\r")
            terminal.sees("two", since=mark)
            mark = terminal.press("\x04")
            terminal.sees("sent 2 messages on /typed", there, since=mark)
            mark = terminal.press("nosuch\r")
            terminal.sees("unknown command 'nosuch'", "[2] zrs> ", since=mark)
            terminal.press("exit 7\r")
            ends(terminal, 7)
            lines = terminal.history.read_text().splitlines()
            assert lines[0] == "topic list" and lines[-1] == "exit 7", lines
            assert terminal.history.stat().st_mode & 0o777 == 0o600


def node_fields(node, terminal, mark):
    """As below, at each Tab."""
    node.publish("/odom", '{"pose": {"x": 1}}')
    terminal.press("\t")
    return "ose." in terminal.text[mark:]


def node_hears(node, terminal, mark):
    """Publishes until it is seen: a subscription takes a moment."""
    node.publish("/odom", '{"pose": {"x": 42}}')
    return '{"pose": {"x": 42}}' in terminal.text[mark:]


@scenario(master=False)
def a_master_that_comes_and_goes():
    port = harness.free_ports(1)
    with shell(port) as terminal:
        terminal.sees("○", "no master")
        mark = terminal.press("topic li")
        terminal.sees("topic li", since=mark)
        with harness.Master(port=port):
            # The prompt changes, and what was typed stays.
            terminal.sees("●", since=mark)
            mark = terminal.press("st -c\r")
            terminal.sees("0\r\n", f"● 127.0.0.1:{port} zrs> ", since=mark)
        terminal.sees("no master", since=mark)
        terminal.press("\x15\x04")
        ends(terminal, 0)
        assert terminal.text.count("Exception") == 0


@scenario()
def a_terminal_that_goes_away_takes_the_jobs_along(master):
    with shell(master.port) as terminal:
        terminal.sees("zrs> ")
        mark = terminal.press("echo /x | cat &\r")
        terminal.sees("[1] running", since=mark)
        terminal.process.send_signal(signal.SIGHUP)
        ends(terminal, 130)


@scenario()
def scripts(master):
    with tempfile.TemporaryDirectory() as folder:
        script = pathlib.Path(folder, "check.zrs")
        script.write_text(
            "# A comment\n"
            "pub /a 'one two' --latch -q &\n"
            f"topic list > '{folder}/out'\n"
            "!cat missing-file 2>/dev/null || exit 0\n"
            "topic \\\n  nosuch\n"
            "exit 9\n"
        )
        env = {**os.environ, "ZRS_MASTER": f"127.0.0.1:{master.port}"}

        def run(*arguments, text=""):
            return subprocess.run(
                [zrs(), "shell", *arguments], input=text, env=env, capture_output=True, text=True, timeout=harness.DEADLINE
            )

        ended = run(str(script))
        assert ended.returncode == 2, ended
        assert "unknown command 'nosuch'" in ended.stderr, ended
        assert f"{script}:5: exit code 2: topic" in ended.stderr, ended
        assert run("-k", str(script)).returncode == 9
        ended = run(text="topic list -c | tr 0-9 x\nexit 4\ntopic list\n")
        assert (ended.returncode, ended.stdout) == (4, "x\n"), ended
        assert run(str(script) + ".none").returncode == 1
        assert run("-c", "true").returncode == 2
