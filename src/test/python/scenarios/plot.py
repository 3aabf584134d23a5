"""zrs plot: live on a terminal, and what it writes elsewhere."""

import csv
import json
import pathlib
import re
import signal
import sys
import tempfile
import threading
import xml.etree.ElementTree

from harness import DEADLINE, Process, free_ports, wait_until, zrs
from scenario import scenario
from terminal import ENTERS, LEAVES, Terminal
from zrs_p1 import Node

DONE, FAILED, USAGE, LOSS, LATE, INTERRUPTED = 0, 1, 2, 3, 4, 130
ORIGINAL = pathlib.Path(__file__).resolve().parents[1] / "original_master.py"
BRAILLE = re.compile("[\u2801-\u28ff]")


def command(port, *arguments):
    return [zrs(), "plot", "--master", f"127.0.0.1:{port}", *arguments]


def run(port, *arguments):
    """Exit code, lines, and what went to standard error."""
    with Process(*command(port, *arguments)) as process:
        code = process.wait()
        return code, process.lines, process.stderr()


class Talking:
    """Publishes texts round and round, until the end of the block."""

    def __init__(self, port, topic, *texts, name="talker"):
        self.node = Node(name, port)
        self.topic = topic
        self.texts = texts
        self.ended = threading.Event()

    def __enter__(self):
        self.node.register_publish(self.topic)
        self.thread = threading.Thread(target=self._talk, daemon=True)
        self.thread.start()
        return self

    def _talk(self):
        index = 0
        while not self.ended.wait(0.005):
            self.node.publish(self.topic, self.texts[index % len(self.texts)])
            index += 1

    def __exit__(self, *failure):
        self.ended.set()
        self.thread.join()
        self.node.close()


def screen(port, *arguments, **env):
    return Terminal(*command(port, *arguments), env=env)


@scenario()
def a_live_plot_draws_takes_keys_and_gives_the_terminal_back(master):
    texts = [json.dumps({"x": i % 20, "on": i % 2 == 0}) for i in range(20)]
    with Talking(master.port, "/wave", *texts), screen(master.port, "/wave.x", "/wave.on", NO_COLOR="") as terminal:
        terminal.sees("/wave.on")
        wait_until(lambda: BRAILLE.search(terminal.text), "dots of braille")
        assert ENTERS in terminal.text, "not on a screen of its own"
        assert "38;5;32" in terminal.text and "38;5;163" in terminal.text, "a colour for each series"
        terminal.press(" ")
        terminal.sees("PAUSED")
        terminal.press("?")
        # Colours are set for each word.
        terminal.sees("range", "arrows", "reset")
        terminal.resize(30, 100, terminal.process)
        terminal.press("q")
        terminal.ends(DONE)


@scenario()
def control_c_ends_a_live_plot(master):
    with Talking(master.port, "/wave", "1", "hello"), screen(master.port, "/wave") as terminal:
        terminal.sees("had no number, such as 'hello'")
        terminal.press("\x03")
        terminal.ends(DONE)
        assert re.search(r"zrs: \d+ messages? of /wave had no number, such as 'hello'", terminal.text), terminal.text[-500:]


@scenario()
def a_live_plot_that_ends_by_itself_stays_in_sight(master):
    with Talking(master.port, "/wave", "1", "2", "3"), screen(master.port, "/wave", "-n", "50") as terminal:
        terminal.ends(DONE)
        left = terminal.text.rpartition(LEAVES)[2]
        assert BRAILLE.search(left) and "/wave" in left, left


@scenario()
def a_terminal_of_lines_alone_is_told_what_to_do(master):
    with screen(master.port, "/wave", TERM="dumb") as terminal:
        assert terminal.process.wait(DEADLINE) == FAILED
        wait_until(lambda: terminal.text.endswith("\n"), "what is wrong")
        assert "--duration" in terminal.text, terminal.text


@scenario()
def a_pipe_gets_one_picture_and_nothing_else(master):
    with Talking(master.port, "/wave", "1", "2", "3"):
        code, lines, error = run(master.port, "/wave", "-n", "30")
        assert (code, error) == (DONE, ""), (code, error)
        assert len(lines) == 23 and BRAILLE.search("\n".join(lines)) and "\x1b" not in "".join(lines), lines
        code, lines, error = run(master.port, "/wave")
        assert (code, lines) == (USAGE, []) and "give --duration or -n" in error, (code, lines, error)


@scenario()
def samples_for_programs(master):
    texts = ['{"pose":{"x":1.5,"y":-2},"name":"a"}', "hello"]
    with Talking(master.port, "/odom", *texts):
        code, lines, error = run(master.port, "/odom.pose", "--json", "-n", "4")
        assert code == DONE, error
        samples = [json.loads(line) for line in lines]
        assert [(s["series"], s["value"]) for s in samples] == [("/odom.pose.x", 1.5), ("/odom.pose.y", -2)] * 2, samples
        assert samples[0]["stamp"] == samples[1]["stamp"] < samples[2]["stamp"], samples
        # Whether the first message it hears is one with numbers is chance.
        assert re.search(r"[12] messages? of /odom had no number at \.pose, such as 'hello'", error), error
        code, lines, _ = run(master.port, "/odom/pose/y:x", "--json", "-n", "2")
        assert [json.loads(line)["series"] for line in lines] == ["/odom.pose.y", "/odom.pose.x"], lines


@scenario()
def patterns_find_topics_as_they_appear(master):
    with Process(*command(master.port, "/robot*/battery.level", "--json", "-n", "2")) as process:
        with Talking(master.port, "/robot7/battery", '{"level":80}'), Talking(master.port, "/robot7/other", "1", name="no"):
            assert process.wait() == DONE, process.stderr()
        assert [json.loads(line)["series"] for line in process.lines] == ["/robot7/battery.level"] * 2, process.lines


@scenario()
def files_of_each_kind(master):
    with tempfile.TemporaryDirectory() as name, Talking(master.port, "/a", "1", "2"), Talking(
        master.port, "/b/c", '{"v":[7,8]}', name="other"
    ):
        folder = pathlib.Path(name)
        for end in ("png", "svg", "csv"):
            code, lines, error = run(master.port, "/b/c.v", "/a", "-o", str(folder / f"plot.{end}"), "-n", "60")
            assert (code, lines, error) == (DONE, [], ""), (code, lines, error)
        assert (folder / "plot.png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
        drawn = xml.etree.ElementTree.parse(folder / "plot.svg").getroot()
        assert "/b/c.v[1]" in "".join(drawn.itertext()), "the legend"
        rows = list(csv.DictReader((folder / "plot.csv").open()))
        assert set(rows[0]) == {"time", "seconds", "/a", "/b/c.v[0]", "/b/c.v[1]"}, rows[0]
        assert sum(1 for row in rows for key in row if key.startswith("/") and row[key]) == 60, len(rows)
        assert {row["/b/c.v[1]"] for row in rows} <= {"", "8"}, rows
        code, _, error = run(master.port, "/a", "-o", str(folder / "none" / "x.png"), "-n", "1")
        assert code == FAILED and error.startswith("zrs: cannot write "), (code, error)
        code, _, error = run(master.port, "/a", "-o", str(folder / "x.jpg"))
        assert code == USAGE and ".png, .svg or .csv" in error, (code, error)


@scenario()
def a_file_is_written_where_no_window_can_be(master):
    with Talking(master.port, "/a", "1", "2"), tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "a.csv"
        with Process("env", "-u", "DISPLAY", *command(master.port, "/a", "--view", "-o", str(file), "-n", "5")) as process:
            assert process.wait() == DONE, process.stderr()
            assert "there is no display" in process.stderr(), process.stderr()
        assert len(file.read_text().splitlines()) == 6


@scenario()
def what_there_is_at_control_c_is_written(master):
    with tempfile.TemporaryDirectory() as name, Talking(master.port, "/a", "1", "2"):
        for arguments, expected in (((), DONE), (("--duration", "1h"), INTERRUPTED), (("-n", "999999"), INTERRUPTED)):
            file = pathlib.Path(name) / f"plot{len(arguments)}{expected}.csv"
            with screen(master.port, "/a", "-o", str(file), *arguments) as terminal:
                wait_until(lambda: re.search(r"[1-9]\d* samples", terminal.text), "its progress")
                terminal.press("\x03")
                assert terminal.process.wait(DEADLINE) == expected, terminal.text
                assert len(file.read_text().splitlines()) >= 2
                file.unlink()


@scenario()
def nothing_comes(master):
    code, lines, error = run(master.port, "/silent", "--duration", "100ms")
    assert (code, lines) == (LATE, []), (code, lines, error)
    assert error == "zrs: timed out: no number within 0.1 s of topic /silent; see 'zrs topic list -v'\n", error


@scenario()
def numbers_are_elsewhere_than_somebody_meant(master):
    with Talking(master.port, "/a/b", "5"):
        code, lines, error = run(master.port, "/a/b:z", "--duration", "100ms")
        assert (code, lines) == (LATE, []), (code, lines, error)
        expected = "zrs: timed out: no number within 0.1 s of topic /a at fields .b, .z; see 'zrs topic list -v'\n"
        assert error == expected, error
        code, lines, error = run(master.port, "/a/b/z", "--duration", "1s")
        assert (code, lines) == (LATE, []), (code, lines, error)
        expected = r"no number within 1 s of topic /a/b at field \.z; [1-9]\d* messages? came without one; see"
        assert re.search(expected, error), error


@scenario(master=False)
def an_original_masters_topics_are_plotted_too():
    with Process(sys.executable, str(ORIGINAL), "0") as master:
        port = int(master.wait_for(lambda line: True, "its port"))
        with Talking(port, "BARO", "1013.25"):
            code, lines, error = run(port, "BARO", "--json", "-n", "3")
            assert (code, error) == (DONE, ""), (code, error)
            assert [json.loads(line)["value"] for line in lines] == [1013.25] * 3, lines


@scenario(master=False)
def no_master_is_one_line():
    code, lines, error = run(free_ports(1), "/a", "-n", "1")
    assert (code, lines) == (FAILED, []) and error.count("\n") == 1, (code, lines, error)


@scenario("--queue", "64KiB")
def what_was_lost_is_said(master):
    with Node("talker", master.port) as talker:
        talker.register_publish("FLOOD")
        with Process(*command(master.port, "FLOOD", "--json", "--strict")) as process:

            def heard():
                talker.publish("FLOOD", "5")
                return process.lines

            wait_until(heard, "the first sample, which shows that it hears")
            process.send(signal.SIGSTOP)

            def lost():
                for _ in range(20):
                    talker.publish("FLOOD", "y" * 100_000)
                return master.events("lost")

            wait_until(lost, "the master drops what nobody takes")
            process.send(signal.SIGCONT)
            wait_until(lambda: "the master dropped them" in process.stderr(), "it is said")
            assert process.stop(signal.SIGINT) == LOSS
            assert "had no number, such as 'yyy" in process.stderr(), process.stderr()
