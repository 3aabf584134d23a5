"""zrs pub: where messages come from, that they arrive to the byte, and how it ends."""

import base64
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time
from contextlib import ExitStack

from harness import DEADLINE, Master, Process, free_ports, wait_until, zrs
from scenario import scenario
from zrs_p1 import Node as OldNode
from zrs_p2 import Node

BINARY = bytes(range(256))


class Pub:
    """A zrs pub with a standard input to write to."""

    def __init__(self, port, *arguments):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [zrs(), "pub", *arguments, "--master", f"127.0.0.1:{port}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
        )

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def end(self, signal_number=None):
        """Its exit code, after a signal or else the end of its input."""
        if signal_number is None:
            self.process.stdin.close()
        else:
            self.process.send_signal(signal_number)
        return self.process.wait(DEADLINE)

    def stderr(self):
        self.errors.seek(0)
        return self.errors.read().decode()

    def says(self, text):
        wait_until(lambda: text in self.stderr(), text)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            stream.close()
        self.errors.close()


def published(port, *arguments, data=b"", code=0):
    """Runs a pub to its end with that input; gives what it says."""
    with Pub(port, *arguments) as pub:
        pub.write(data)
        assert pub.end() == code, (arguments, pub.process.returncode, pub.stderr())
        return pub.stderr()


def file_of(data):
    """A file with that in it, which is gone with the process."""
    file = tempfile.NamedTemporaryFile(prefix="zrs-pub-")
    file.write(data)
    file.flush()
    return file


def payloads(node, topic, count):
    """So many payloads, as bytes."""
    sub = node.sockets["subscriber", topic]
    taken = []
    while len(taken) < count:
        assert sub.poll(DEADLINE * 1000), f"{len(taken)} of {count} on {topic}: {taken[-3:]}"
        head, _, payload = sub.recv().partition(b" ")
        assert head.decode() == topic, head
        taken.append(payload)
    return taken


def nothing_more(node, topic):
    assert not node.sockets["subscriber", topic].poll(200), "a message too many"


@scenario()
def lines_of_a_file_and_of_standard_input_arrive_to_the_byte(master):
    lines = [b"one", b"", b"  blanks  ", BINARY.replace(b"\n", b""), "Grüße 世界".encode(), b"x" * 5_000_000, b"last"]
    data = b"\n".join(lines)
    with Node("s", master.port) as node, file_of(data) as file:
        node.subscribe("/lines")
        told = published(master.port, "/lines", "-f", file.name)
        assert told == "zrs: sent 7 messages on /lines to 1 subscriber\n", told
        assert payloads(node, "/lines", 7) == lines
        for arguments in (["-f", "-"], []):
            published(master.port, "/lines", *arguments, data=data + b"\n")
            assert payloads(node, "/lines", 7) == lines
        published(master.port, "/lines", "-n", "2", "-q", data=b"a\r\nb\nc\n")
        assert payloads(node, "/lines", 2) == [b"a", b"b"]
        nothing_more(node, "/lines")


@scenario()
def many_lines_arrive_in_order(master):
    count = 200_000
    data = b"".join(b"line %d\n" % n for n in range(count))
    with Node("s", master.port) as node:
        node.subscribe("/many")
        told = published(master.port, "/many", data=data)
        assert told == f"zrs: sent {count} messages on /many to 1 subscriber\n", told
        assert payloads(node, "/many", count) == data.split(b"\n")[:-1]


@scenario()
def a_whole_file_is_one_message(master):
    with Node("s", master.port) as node:
        node.subscribe("/whole")
        for data in (b"", b"a\r\nb\n---\n", BINARY * 20_000):
            with file_of(data) as file:
                published(master.port, "/whole", "--whole", "-f", file.name)
            published(master.port, "/whole", "--whole", data=data)
            assert payloads(node, "/whole", 2) == [data, data]


@scenario()
def documents_come_back_as_echo_printed_them(master):
    messages = [b"x: 1", b"", b"two\nlines", b"ends\n", BINARY, b"{}", b"end"]
    encoded = [{"topic": "/from", "data": base64.b64encode(m).decode(), "encoding": "base64"} for m in messages]
    lines = "".join(json.dumps(line) + "\n" for line in encoded).encode()
    with Node("s", master.port) as node, tempfile.TemporaryFile() as printed:
        node.subscribe("/to")
        arguments = [zrs(), "echo", "/from", "-n", str(len(messages)), "--master", f"127.0.0.1:{master.port}"]
        echo = subprocess.Popen(arguments, stdout=printed, stderr=subprocess.DEVNULL)
        try:
            published(master.port, "--envelope", "-", "-w", "1", "--timeout", "20s", data=lines)
            assert echo.wait(DEADLINE) == 0
        finally:
            echo.kill()
            echo.wait()
        printed.seek(0)
        published(master.port, "/to", "--docs", data=printed.read())
        assert payloads(node, "/to", len(messages)) == messages
        published(master.port, "/to", "--docs", data=b"---\na: 1\n---\n---\nb: 2\n")
        assert payloads(node, "/to", 2) == [b"a: 1", b"b: 2"]
        nothing_more(node, "/to")
        published(master.port, "/to", "--docs", data=b"a\r\nb\r\n---\r\nc\r\n")
        assert payloads(node, "/to", 2) == [b"a\r\nb", b"c"]
        published(master.port, "/to", "-", data=b"piped\n")
        assert payloads(node, "/to", 1) == [b"piped"]


@scenario()
def what_was_sent_before_an_error_was_printed(master):
    with Pub(master.port, "/p", "-p", "1", "--json") as pub:
        pub.write(b"1\n2\nbad\n")
        assert pub.process.wait(DEADLINE) == 2, pub.stderr()
        assert pub.process.stdout.read() == b"publishing #1: 1\npublishing #2: 2\n"


@scenario("--max-message", "1MiB")
def what_the_master_would_not_take_is_refused_before_it_fills_the_memory(master):
    with Pub(master.port, "/zero", "--whole", "-f", "/dev/zero") as pub:
        assert pub.process.wait(DEADLINE) == 2, pub.stderr()
        assert "a message of more than 1048576 bytes" in pub.stderr(), pub.stderr()
    told = published(master.port, "/x", b"\xff\xfe", code=2)
    assert told == "zrs: message 1 has bytes that are no UTF-8, or U+FFFD in their place; give it by -f, which keeps bytes as they are\n", told


@scenario()
def envelopes_go_to_their_topics(master):
    data = b"""{"topic":"/a","stamp":1.5,"data":{"x": 1.50, "big":12345678901234567890}}
{"data":"text","topic":"/b"}
{"topic":"/a","data":"AP8=","encoding":"base64"}
{"topic":"/b","data":"\\"s\\"","text":"exact \\n"}
{"topic":"/b","data":"json","encoding":"json"}
"""
    a = [b'{"x": 1.50, "big":12345678901234567890}', b"\x00\xff"]
    b = [b"text", b"exact \n", b'"json"']
    with Node("s", master.port) as node:
        node.subscribe("/a")
        node.subscribe("/b")
        node.subscribe("/all")
        told = published(master.port, "--envelope", "-", data=data)
        expected = "zrs: sent 5 messages on 2 topics: 2 on /a to 1 subscriber, 3 on /b to 1 subscriber\n"
        assert told == expected, told
        assert payloads(node, "/a", 2) == a and payloads(node, "/b", 3) == b
        with file_of(data) as file:
            published(master.port, "/all", "--envelope", file.name)
        assert payloads(node, "/all", 5) == [a[0], b[0], a[1], b[1], b[2]]
        told = published(master.port, "--envelope", "-", data=b'{"topic":"/a","data":1}\n{"topic":"/a"}\n', code=2)
        assert payloads(node, "/a", 1) == [b"1"]
        assert told.splitlines() == [
            "zrs: sent 1 message on /a to 1 subscriber",
            "zrs: standard input, line 2, column 15: there is no field 'data'",
        ], told
        for topic in ("/a", "/b", "/all"):
            nothing_more(node, topic)


@scenario()
def too_many_topics_are_refused(master):
    data = b"".join(b'{"topic":"/t%d","data":1}\n' % n for n in range(1001))
    told = published(master.port, "--envelope", "-", data=data, code=1)
    assert "zrs: more than 1000 topics, with /t1000; " in told, told
    assert told.startswith("zrs: sent 1000 messages on 1000 topics: 1 on /t0 to 0 subscribers, "), told


@scenario()
def malformed_json_is_refused_before_anything_is_sent(master):
    data = b'{"a": [1, 2.50]}\n"x  y"\n{"a" 1}\n'
    with Node("s", master.port) as node:
        node.subscribe("/json")
        with file_of(data) as file:
            told = published(master.port, "/json", "--json", "-f", file.name, code=2)
            where = f"zrs: {file.name}, line 3, column 6: no JSON: ':' expected, not '1'; nothing was sent\n"
            assert told == where, told
        told = published(master.port, "/json", "--json", "1", "[", code=2)
        assert told.startswith("zrs: message 2, line 1, column 2: no JSON: "), told
        nothing_more(node, "/json")
        told = published(master.port, "/json", "--json", data=data, code=2)
        assert told.startswith("zrs: sent 2 messages on /json to 1 subscriber\nzrs: standard input, line 3, "), told
        assert payloads(node, "/json", 2) == [b'{"a":[1,2.50]}', b'"x  y"']
        nothing_more(node, "/json")


@scenario()
def a_line_is_sent_when_it_is_complete(master):
    with Node("s", master.port) as node, Pub(master.port, "/live") as pub:
        node.subscribe("/live")
        for line in (b"one", b"two"):
            pub.write(line + b"\nhalf")
            assert payloads(node, "/live", 1)[0].endswith(line)
        nothing_more(node, "/live")
        assert pub.end(signal.SIGINT) == 0, pub.stderr()
        nothing_more(node, "/live")
        assert pub.stderr() == "zrs: sent 2 messages on /live to 1 subscriber\n", pub.stderr()


@scenario()
def templates_count(master):
    with Node("s", master.port) as node:
        node.subscribe("/t")
        published(master.port, "/t", "--template", '{"n":{{count}}}', "{{count 0..1}}", "-r", "500", "-n", "5")
        assert payloads(node, "/t", 5) == [b'{"n":1}', b"1", b'{"n":3}', b"1", b'{"n":5}']


@scenario()
def a_time_is_when_a_message_is_sent(master):
    with Node("s", master.port) as node:
        node.subscribe("/t")
        start = time.time()
        published(master.port, "/t", "--template", "{{time}}", "-r", "1", "-n", "3")
        times = [float(payload) for payload in payloads(node, "/t", 3)]
        assert times[0] >= start and times[2] >= start + 2, (start, times)


@scenario()
def waits_for_subscribers(master):
    with Pub(master.port, "/late", "hello", "-w", "1") as pub:
        pub.says("zrs: waiting for subscribers: /late has 0 of 1 subscriber\n")
        with Node("s", master.port) as node:
            node.subscribe("/late")
            assert payloads(node, "/late", 1) == [b"hello"]
            assert pub.process.wait(DEADLINE) == 0, pub.stderr()
        assert pub.stderr().endswith("zrs: sent 1 message on /late to 1 subscriber\n"), pub.stderr()
    told = published(master.port, "/never", "x", "--wait-matching-subscriptions", "2", "--timeout", "300ms", code=4)
    assert "zrs: /never still has 0 of 2 subscribers; " in told and "sent" not in told, told


def stopped(port, *arguments, data=b"", ready="waiting for subscribers"):
    """The exit code of a pub that Ctrl-C stops once it says it is ready."""
    with Pub(port, *arguments) as pub:
        pub.write(data)
        if ready:
            pub.says(ready)
        else:
            assert pub.process.stdout.readline().startswith(b"publishing #1: ")
        return pub.end(signal.SIGINT)


@scenario()
def ctrl_c_is_a_good_end_of_a_stream_alone(master):
    assert stopped(master.port, "/c", "x", "-w", "1") == 130
    assert stopped(master.port, "/c", "x", "-r", "10", "-w", "1") == 0
    shown = {"ready": None}
    assert stopped(master.port, "/c", "x", "-r", "20", "-p", "1", **shown) == 0
    assert stopped(master.port, "/c", "x", "-r", "20", "-p", "1", "-n", "99999", **shown) == 130
    assert stopped(master.port, "/c", "-r", "20", "-p", "1", data=b"x\n", **shown) == 0
    assert stopped(master.port, "/c", "-p", "1", "-n", "5", data=b"x\n", **shown) == 130
    with file_of(b"x\n" * 1000) as file:
        assert stopped(master.port, "/c", "-r", "20", "-p", "1", "-f", file.name, **shown) == 130
    with tempfile.TemporaryDirectory() as folder:
        fifo = pathlib.Path(folder) / "fifo"
        os.mkfifo(fifo)
        with Pub(master.port, "/fifo", "-f", str(fifo)) as pub:
            wait_until(lambda: any('"/fifo"' in line for line in master.lines), "it has advertised")
            assert pub.end(signal.SIGINT) == 0, pub.stderr()


@scenario()
def a_closed_pipe_of_what_it_prints_ends_it_quietly(master):
    with Pub(master.port, "/pipe", "x", "-r", "100", "-p", "1") as pub:
        assert pub.process.stdout.readline() == b"publishing #1: x\n"
        pub.process.stdout.close()
        assert pub.process.wait(DEADLINE) == 0, pub.stderr()
        assert pub.stderr() == "", pub.stderr()
    with Pub(master.port, "/pipe", "-p", "1") as pub:
        pub.write(b"x\n")
        assert pub.process.stdout.readline() == b"publishing #1: x\n"
        pub.process.stdout.close()
        pub.write(b"y\n")
        assert pub.process.wait(DEADLINE) == 0, pub.stderr()
        assert pub.stderr() == "", pub.stderr()


@scenario()
def a_full_disk_is_not_blamed_on_the_input(master):
    with open("/dev/full", "wb") as full, tempfile.TemporaryFile() as errors:
        arguments = [zrs(), "pub", "/full", "-p", "1", "--master", f"127.0.0.1:{master.port}"]
        pub = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=full, stderr=errors)
        try:
            # The input stays open: what was printed is written while it waits for more.
            pub.stdin.write(b"x\n")
            pub.stdin.flush()
            assert pub.wait(DEADLINE) == 1
        finally:
            pub.kill()
            pub.wait()
            pub.stdin.close()
        errors.seek(0)
        assert b"zrs: cannot write the result: " in errors.read()


@scenario(master=False)
def a_stream_outlives_its_master():
    port = free_ports(1)
    with Master(port=port) as first, Pub(port, "/on") as pub:
        with Node("s", port) as node:
            node.subscribe("/on")
            pub.write(b"before\n")
            assert payloads(node, "/on", 1) == [b"before"]
        first.send(signal.SIGKILL)
        first.wait()
        pub.says(f"zrs: the master at 127.0.0.1:{port} is gone; waiting for it\n")
        pub.write(b"while it is gone\n")
        with Master(port=port) as second, Node("s", port) as node:
            node.subscribe("/on")
            pub.says(" is back\n")
            wait_until(lambda: any('"/on"' in line and "publisher" in line for line in second.lines), "it is back")
            pub.write(b"after\n")
            came = payloads(node, "/on", 1)
            came += payloads(node, "/on", 1) if came == [b"while it is gone"] else []
            assert came[-1] == b"after", came
            code = pub.end()
            assert code in (0, 3), (code, pub.stderr())
            assert (code == 3) == ("perhaps lost" in pub.stderr()), pub.stderr()
        assert "zrs: sent 3 messages on /on" in pub.stderr(), pub.stderr()
        assert pub.stderr().count("is gone") == 1 and pub.stderr().count("is back") == 1, pub.stderr()


@scenario(master=False)
def a_master_that_is_gone_for_good_is_given_up():
    for arguments, code in ((["-r", "100", "x", "--timeout", "500ms"], 4), (["x", "-n", "99999999"], 1)):
        port = free_ports(1)
        with Master(port=port) as master, Pub(port, "/gone", *arguments) as pub:
            with Node("s", port) as node:
                node.subscribe("/gone")
                payloads(node, "/gone", 2)
            master.send(signal.SIGKILL)
            assert pub.process.wait(DEADLINE) == code, pub.stderr()
            assert pub.stderr().endswith(f"zrs: the master at 127.0.0.1:{port} is gone; start it again with 'zrs master'\n")


@scenario()
def long_input_takes_a_bounded_room(master):
    line = b"x" * 99 + b"\n"
    with Pub(master.port, "/room") as pub:
        for _ in range(60):
            pub.write(line * 50_000)
        pid = pub.process.pid
        peak = next(row for row in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines() if "VmHWM" in row)
        assert int(peak.split()[1]) < 700_000, peak
        assert pub.end() == 0, pub.stderr()
        assert pub.stderr() == "zrs: sent 3000000 messages on /room to 0 subscribers\n", pub.stderr()


@scenario()
def what_pub_sends_is_what_a_pyzmq_node_gets(master):
    with OldNode("./listener 1.py", master.port) as listener:
        listener.subscribe("RAW")
        published(master.port, "RAW", "-w", "1", "--whole", data=BINARY)
        socket = listener.subscribers["RAW"]
        assert socket.poll(DEADLINE * 1000) and socket.recv() == b"RAW " + BINARY
        published(master.port, "RAW", "", "a b", json.dumps({"x": 1}))
        assert [listener.receive("RAW") for _ in range(3)] == ["", "a b", '{"x": 1}']


@scenario()
def a_master_that_hangs_is_waited_for_no_longer_than_was_said(master):
    address = f"127.0.0.1:{master.port}"
    master.send(signal.SIGSTOP)
    try:
        for command in (["pub", "/hung", "x"], ["echo", "/hung"]):
            with Process(zrs(), *command, "--timeout", "300ms", "--master", address) as process:
                assert process.wait() == 4, process.stderr()
                assert "no master answers" in process.stderr(), process.stderr()
    finally:
        master.send(signal.SIGCONT)


@scenario()
def a_master_that_hangs_meanwhile_is_told_of_once(master):
    address = f"127.0.0.1:{master.port}"
    with ExitStack() as ending:

        def run(*words):
            return ending.enter_context(Process(zrs(), *words, "--master", address))

        echo = run("echo", "/hung")
        hz = run("topic", "hz", "/hung")
        pub = run("pub", "/hung", "x", "-r", "50", "-w", "3")
        expect = run("expect", "/hung", "--filter", "x > 1", "--within", "1h")
        everyone = (pub, echo, hz, expect)
        echo.wait_for(lambda line: line == "x", "a message")
        master.send(signal.SIGSTOP)
        hangs = f"zrs: the master at {address} does not answer; waiting for it\n"
        try:
            for process in everyone:
                wait_until(lambda process=process: hangs in process.stderr(), "it is told")
        finally:
            master.send(signal.SIGCONT)
        back = f"zrs: the master at {address} is back\n"
        for process in everyone:
            wait_until(lambda process=process: back in process.stderr(), "it is told again")
            assert process.stderr().count("the master") == 2, process.stderr()
        for process in (pub, echo, hz):
            assert process.stop(signal.SIGINT) == 0, process.stderr()
        assert expect.stop(signal.SIGINT) == 130, expect.stderr()
