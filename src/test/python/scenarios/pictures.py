"""zrs graph and zrs graph diff, in every format, with masters of both kinds."""

import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from harness import DEADLINE, Process, wait_until, zrs
from scenario import scenario
from zrs_p1 import Node

ORIGINAL = pathlib.Path(__file__).resolve().parents[1] / "original_master.py"
NAMES = ["talker", "./my script.py", 'say "hi"', "a->b", "名前", "<b>&amp;"]
DONE, FAILED, USAGE, DIFFERENT = 0, 1, 2, 3


def graph(port, *arguments, text=""):
    """Runs it to its end: the exit code, its output, and what it said besides."""
    words = [*arguments, "--master", f"127.0.0.1:{port}"]
    ended = subprocess.run([zrs(), "graph", *words], input=text.encode(), capture_output=True, timeout=DEADLINE, check=False)
    return ended.returncode, ended.stdout, ended.stderr.decode()


def drawn(port, *arguments):
    code, out, error = graph(port, *arguments)
    assert code == DONE, error
    return out


class Talk:
    """Everybody publishes on one topic; the first subscribes to it, and the last alone is on another."""

    def __init__(self, port, names=NAMES):
        self.nodes = [Node(name, port) for name in names]
        for node in self.nodes:
            node.register_publish("/chatter")
        self.nodes[0].subscribe("/chatter")
        self.nodes[-1].subscribe("/nobody")

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        for node in self.nodes:
            node.close()


@scenario()
def every_format_has_every_name(master):
    with Talk(master.port):
        system = json.loads(drawn(master.port, "--json"))
        assert sorted(node["name"] for node in system["nodes"]) == sorted(NAMES), system
        assert [topic["name"] for topic in system["topics"]] == ["/chatter", "/nobody"], system
        assert system["topics"][1]["marks"] == ["no_publisher"], system
        assert len(system["links"]) == len(NAMES) + 2, system
        text = drawn(master.port).decode()
        assert all(name in text for name in [*NAMES, "/chatter", "/nobody"]), text
        assert "\x1b" not in text, text
        svg = xml.etree.ElementTree.fromstring(drawn(master.port, "--format", "svg"))
        words = [part for part in svg.itertext() if part.strip()]
        assert all(any(name in word for word in words) for name in NAMES), words
        assert drawn(master.port, "--format", "png").startswith(b"\x89PNG\r\n"), "no PNG"
        assert drawn(master.port, "--format", "mermaid").startswith(b"flowchart LR\n")
        assert drawn(master.port, "--format", "html").startswith(b"<!DOCTYPE html>")
        assert drawn(master.port, "--format", "dot").startswith(b"digraph")


@scenario()
def the_same_graph_is_the_same_picture(master):
    with Talk(master.port):
        formats = ["text", "dot", "svg", "mermaid", "html", "json"]
        first = [drawn(master.port, "--format", name) for name in formats]
        assert first == [drawn(master.port, "--format", name) for name in formats]
    wait_until(lambda: not json.loads(drawn(master.port, "--json"))["nodes"], "nodes gone")
    with Talk(master.port, [NAMES[0], *reversed(NAMES[1:-1]), NAMES[-1]]):
        again = drawn(master.port, "--format", "mermaid")
        assert again == first[3], again.decode()


@scenario()
def an_empty_system_is_an_empty_picture(master):
    code, out, error = graph(master.port)
    assert (code, out, error) == (DONE, b"", "zrs: there is no node and no topic yet\n"), (code, out, error)
    svg = xml.etree.ElementTree.fromstring(drawn(master.port, "--format", "svg"))
    assert svg.tag.endswith("svg"), svg.tag
    assert drawn(master.port, "--format", "png").startswith(b"\x89PNG\r\n"), "no PNG"


@scenario()
def diff_compares_files_and_masters(master):
    with tempfile.TemporaryDirectory() as directory, Talk(master.port):
        before = pathlib.Path(directory, "before.json")
        drawn(master.port, "-o", str(before))
        assert graph(master.port, "diff", str(before)) == (DONE, b"", "")
        with Node("late", master.port) as late:
            late.subscribe("/chatter")
            code, out, error = graph(master.port, "diff", str(before))
            assert (code, out) == (DIFFERENT, b"+ node late\n+ late subscribes to /chatter\n"), (code, out, error)
            code, out, error = graph(master.port, "diff", f"127.0.0.1:{master.port}", "-", text=before.read_text())
            assert (code, out) == (DIFFERENT, b"- node late\n- late subscribes to /chatter\n"), (code, out, error)
            joint = pathlib.Path(directory, "joint.svg")
            code, out, error = graph(master.port, "diff", str(before), "-o", str(joint))
            assert code == DIFFERENT and "late" in joint.read_text(), error


@scenario()
def watch_keeps_a_file_current(master):
    with tempfile.TemporaryDirectory() as directory:
        file = pathlib.Path(directory, "graph.svg")
        with Process(zrs(), "graph", "--watch", "-o", str(file), "--master", f"127.0.0.1:{master.port}") as watch:
            wait_until(file.exists, "a picture")
            with Node("late", master.port) as late:
                late.register_publish("/late")
                # Never half a picture: it can be read at any moment.
                wait_until(lambda: "late" in "".join(xml.etree.ElementTree.parse(file).getroot().itertext()), "the node")
            watch.send(signal.SIGINT)
            assert watch.wait() == DONE, watch.stderr()
        assert list(pathlib.Path(directory).iterdir()) == [file]


@scenario(master=False)
def an_original_master_is_drawn():
    with Process(sys.executable, str(ORIGINAL)) as original:
        port = int(original.wait_for(str.isdigit, "port"))
        with Node("talker", port) as talker, Node("listener", port) as listener:
            talker.register_publish("/chatter")
            talker.register_publish("/unheard")
            listener.subscribe("/chatter")
            code, out, error = graph(port, "--json")
            assert code == DONE, error
            assert error.startswith("zrs: an original ZeROSMQ master does not tell who publishes"), error
            system = json.loads(out)
            assert [node["name"] for node in system["nodes"]] == ["listener", "talker"], system
            assert [(topic["name"], topic["marks"]) for topic in system["topics"]] == [
                ("/chatter", []),
                ("/unheard", ["no_subscriber"]),
            ], system
            code, out, error = graph(port, "--rates")
            assert (code, out) == (FAILED, b""), (code, out)
            assert error == "zrs: an original ZeROSMQ master cannot tell rates; use 'zrs master'\n", error
            assert original.alive(), "the original master has died"
