"""zrs echo: which topics it follows, which messages it shows, and how it ends."""

import contextlib
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading

from harness import DEADLINE, Master, Process, free_ports, wait_until, zrs
from scenario import scenario
from zrs_p1 import Node

HERE = pathlib.Path(__file__).resolve().parents[1]
MOST_RESIDENT = 700 << 20


def echo(master, *arguments):
    return Process(zrs(), "echo", *arguments, "--master", f"127.0.0.1:{master.port}")


@contextlib.contextmanager
def start(master, *arguments):
    """As a process whose output is bytes, and read by nobody at first."""
    command = [zrs(), "echo", *arguments, "--master", f"127.0.0.1:{master.port}"]
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, **streams)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()


def subscribed(master, *topics):
    """Waits until the master has a tool of zrs on each topic."""
    for topic in topics:
        command = [zrs(), "topic", "info", "-a", topic, "--master", f"127.0.0.1:{master.port}"]

        def there(command=command):
            return b"zrs_echo" in subprocess.run(command, capture_output=True, check=False).stdout

        wait_until(there, f"echo subscribes to {topic}")


def publish(master, topic, *payloads):
    """Sends with zrs pub, which ends when the master has it all."""
    command = [zrs(), "pub", topic, *payloads, "--master", f"127.0.0.1:{master.port}"]
    subprocess.run(command, check=True, capture_output=True, timeout=DEADLINE)


def result(process):
    """Exit code, output and errors of a command that ends by itself."""
    out, err = process.communicate(timeout=2 * DEADLINE)
    return process.returncode, out, err.decode()


@scenario()
def patterns_find_topics_that_appear_later(master):
    publish(master, "/arm/early", "missed or not")
    with echo(master, "--json", "/arm/**", "/named") as shown:
        subscribed(master, "/arm/early", "/named")
        publish(master, "/arm/a/late", "missed or not")
        subscribed(master, "/arm/a/late")
        for topic in ("/arm/early", "/arm/a/late", "/named", "/leg"):
            publish(master, topic, f"on {topic}")
        publish(master, "/named", "end")
        shown.wait_for(lambda line: json.loads(line)["data"] == "end", "the last message")
        assert shown.stop(signal.SIGINT) == 0, shown.stderr()
        texts = [json.loads(line)["data"] for line in shown.lines]
        texts = [text for text in texts if not text.startswith("missed")]
        assert texts == ["on /arm/early", "on /arm/a/late", "on /named", "end"], texts


@scenario()
def all_topics_and_a_named_one_are_shown_once(master):
    publish(master, "/a", "missed")
    with echo(master, "-a", "--json", "/b", "/a", "/b") as shown:
        subscribed(master, "/a", "/b")
        for topic in ("/a", "/b"):
            publish(master, topic, "1", "2")
        publish(master, "/a", "end")
        shown.wait_for(lambda line: json.loads(line)["data"] == "end", "the last message")
        assert shown.stop(signal.SIGINT) == 0
        pairs = [(entry["topic"], entry["data"]) for entry in map(json.loads, shown.lines)]
        pairs = [pair for pair in pairs if pair[1] != "missed"]
        assert pairs == [("/a", 1), ("/a", 2), ("/b", 1), ("/b", 2), ("/a", "end")], pairs


@scenario()
def a_filter_lets_through_what_matches_and_says_if_nothing_does(master):
    with echo(master, "--filter", "x > 1", "-n", "2", "/odom") as shown:
        subscribed(master, "/odom")
        publish(master, "/odom", '{"x":1}', '{"x":2}', "no JSON", '{"x":3}', '{"x":4}')
        assert shown.wait() == 0, shown.stderr()
        assert shown.lines == ['{"x":2}', "---", '{"x":3}', "---"], shown.lines
    with echo(master, "--filter", "x > 1", "/odom") as silent:
        subscribed(master, "/odom")
        publish(master, "/odom", '{"x":1}', '{"x":0}')
        told = "zrs: 2 messages came, and none matches --filter\n"
        wait_until(lambda: silent.stderr() == told, "it says that none matches")
        assert silent.stop(signal.SIGINT) == 0
        assert silent.stderr() == told, silent.stderr()


@scenario()
def hz_says_too_that_nothing_matches(master):
    address = f"127.0.0.1:{master.port}"
    with Process(zrs(), "topic", "hz", "/odom", "--filter", "x > 1", "--master", address) as hz:
        hz.wait_for(lambda line: line == "subscribed to [/odom]", "subscription")
        publish(master, "/odom", '{"x":1}', "no JSON")
        wait_until(lambda: "2 messages came, and none matches --filter" in hz.stderr(), "it says that none matches")
        assert hz.stop(signal.SIGINT) == 0


@scenario()
def a_timeout_ends_with_4_unless_what_was_wanted_came(master):
    for options, sent, code, said in [
        (("--timeout", "1"), [], 4, "no message within 1 s"),
        (("--once", "--timeout", "1500ms"), [], 4, "no message within 1.5 s"),
        (("-n", "3", "--timeout", "6"), ["1", "2"], 4, "2 of 3 messages within 6 s"),
        (("--timeout", "6"), ["1", "2"], 0, ""),
        (("--once", "--timeout", "60"), ["1", "2"], 0, ""),
        (("-n", "2", "--timeout", "60"), ["1", "2"], 0, ""),
    ]:
        with echo(master, *options, "/t") as shown:
            if sent:
                subscribed(master, "/t")
                publish(master, "/t", *sent)
            assert shown.wait() == code, (options, shown.stderr())
            assert said in shown.stderr() and bool(said) == bool(shown.stderr()), (options, shown.stderr())
            wanted = sent[:1] if "--once" in options else sent
            assert shown.lines == [line for text in wanted for line in (text, "---")], (options, shown.lines)


@scenario()
def a_rate_shows_the_newest_and_counts_the_others(master):
    sent = 5000
    with echo(master, "--rate", "4", "--json", "/t") as shown, Node("talker", master.port) as talker:
        subscribed(master, "/t")
        talker.register_publish("/t")
        wait_until(lambda: talker.publish("/t", '"mark"') or shown.lines, "echo shows the first message")
        for number in range(sent):
            talker.publish("/t", str(number))
        # The last of a burst is shown though nothing comes after it.
        shown.wait_for(lambda line: json.loads(line)["data"] == sent - 1, "the last message of the burst")
        assert shown.stop(signal.SIGINT) == 0
        values = [json.loads(line)["data"] for line in shown.lines]
        numbers = [value for value in values if value != "mark"]
        assert numbers == sorted(numbers), numbers
        skipped = sum(int(count) for count in re.findall(r"skipped (\d+) message", shown.stderr()))
        assert len(numbers) + skipped >= sent and len(numbers) < sent / 10, (len(numbers), skipped)
        stamps = [json.loads(line)["stamp"] for line in shown.lines]
        assert len(stamps) <= 2 + 4 * (stamps[-1] - stamps[0]) + 4, stamps


@scenario()
def a_pipe_gets_the_very_bytes(master):
    payloads = [b"text", b"", b"\xff\xfe\x00\x1b[31m\n", b"\x00", os.urandom(300), b"x" * 5_000_000, '{"ü": 1.50}'.encode()]
    with Node("talker", master.port) as talker:
        talker.register_publish("/t")
        for options, after in [((), b"\n---\n"), (("--raw",), b"\n"), (("--format", "%s"), b"")]:
            with start(master, *options, "-n", str(len(payloads)), "/t") as process:
                subscribed(master, "/t")
                for payload in payloads:
                    talker.publishers["/t"].send(b"/t " + payload)
                code, out, err = result(process)
                assert (code, err) == (0, ""), (options, code, err)
                assert out == b"".join(payload + after for payload in payloads), (options, len(out), out[:99])


@scenario(master=False)
def messages_flow_again_after_the_master_was_killed():
    port = free_ports(1)
    with contextlib.ExitStack() as stack:
        master = stack.enter_context(Master(port=port))
        shown = stack.enter_context(echo(master, "--json", "/t", "/found/*"))
        subscribed(master, "/t")
        publish(master, "/t", "before")
        shown.wait_for(lambda line: "before" in line, "a message")
        master.send(signal.SIGKILL)
        master.wait()
        gone = f"zrs: the master at 127.0.0.1:{port} is gone; waiting for it\n"
        wait_until(lambda: shown.stderr() == gone, "it says that the master is gone")
        master = stack.enter_context(Master(port=port))
        wait_until(lambda: "is back" in shown.stderr(), "it says that the master is back")
        subscribed(master, "/t")
        publish(master, "/found/later", "missed or not")
        subscribed(master, "/found/later")
        publish(master, "/found/later", "found")
        publish(master, "/t", "after")
        shown.wait_for(lambda line: "after" in line, "a message after")
        assert shown.stop(signal.SIGINT) == 0
        assert shown.stderr() == gone + f"zrs: the master at 127.0.0.1:{port} is back\n", shown.stderr()
        assert any("\"found\"" in line for line in shown.lines), shown.lines


@scenario()
def a_reader_that_leaves_ends_it_quietly(master):
    with Node("talker", master.port) as talker:
        talker.register_publish("/t")
        shell = f"'{zrs()}' echo /t --master 127.0.0.1:{master.port} | head -1; echo ${{PIPESTATUS[*]}}"
        process = subprocess.Popen(["bash", "-c", shell], stdout=subprocess.PIPE, stderr=subprocess.PIPE)

        def ended():
            talker.publish("/t", "hello")
            return process.poll() is not None

        wait_until(ended, "it ends")
        assert result(process) == (0, b"hello\n0 0\n", "")


@scenario()
def ctrl_c_ends_a_stream_with_0_and_one_that_is_not_done_with_130(master):
    for options, code in [((), 0), (("-n", "2"), 130), (("--once",), 130), (("--timeout", "60"), 130)]:
        with echo(master, *options, "/t") as shown:
            subscribed(master, "/t")
            assert shown.stop(signal.SIGINT) == code, options
            assert shown.stderr() == "", shown.stderr()
    with echo(master, "-n", "2", "/t") as shown:
        subscribed(master, "/t")
        publish(master, "/t", "one")
        shown.wait_for(lambda line: line == "one", "the first")
        assert shown.stop(signal.SIGINT) == 130


@scenario()
def a_reader_that_stops_costs_bounded_memory_and_every_loss_is_counted(master):
    count, size = 6000, 100_000
    with start(master, "--raw", "/t") as process, Node("talker", master.port) as talker:
        talker.register_publish("/t")
        subscribed(master, "/t")
        socket = talker.publishers["/t"]
        for number in range(count):
            socket.send(b"/t %06d " % number + b"x" * size)
        # The master has it all once it answers a tool that asks how many came.
        def passed():
            command = [zrs(), "topic", "info", "-v", "--json", "/t", "--master", f"127.0.0.1:{master.port}"]
            info = subprocess.run(command, capture_output=True, check=True).stdout
            return f'"messages":{count}'.encode() in info.replace(b" ", b"")

        wait_until(passed, "the master has had all messages", 2 * DEADLINE)
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        resident = int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) * 1024
        print(f"{count * size >> 20} MiB sent, {resident >> 20} MiB resident")
        assert resident < MOST_RESIDENT, f"{resident >> 20} MiB"
        numbers = []

        def read():
            for line in process.stdout:
                numbers.append(int(line[:6]) if line[:6].isdigit() else line.strip())

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        socket.send(b"/t end")
        wait_until(lambda: numbers and numbers[-1] == b"end", "the end comes through", 2 * DEADLINE)
        process.send_signal(signal.SIGINT)
        assert process.wait(DEADLINE) == 0
        reader.join(DEADLINE)
        lost = sum(int(n) for n in re.findall(r"lost (\d+) message", process.stderr.read().decode()))
        print(f"{len(numbers)} shown, {lost} lost")
        assert numbers[:-1] == sorted(set(numbers[:-1])), "in order, none twice"
        assert len(numbers) - 1 + lost == count, (len(numbers), lost)


@scenario()
def ctrl_c_ends_it_while_nobody_reads(master):
    for options, code in [((), 0), (("-n", "100000"), 130)]:
        with start(master, "--raw", *options, "/t") as process, Node("talker", master.port) as talker:
            talker.register_publish("/t")
            subscribed(master, "/t")
            for _ in range(100):
                talker.publishers["/t"].send(b"/t " + b"x" * 100_000)
            stack = pathlib.Path(f"/proc/{process.pid}/task")
            blocked = lambda: any("pipe" in (t / "wchan").read_text() for t in stack.iterdir())
            wait_until(blocked, "it waits for its reader")
            process.send_signal(signal.SIGINT)
            assert process.wait(DEADLINE) == code


@scenario(master=False)
def it_works_with_an_original_master():
    with Process(sys.executable, str(HERE / "original_master.py")) as original:
        original.port = int(original.wait_for(str.isdigit, "port"))
        with Node("talker", original.port) as talker, echo(original, "--json", "/named", "/f/*") as shown:
            talker.register_publish("/f/1")
            talker.register_publish("/named")
            for topic in ("/named", "/f/1"):
                flows = lambda topic=topic: talker.publish(topic, "mark") or any(topic in line for line in shown.lines)
                wait_until(flows, f"{topic} flows")
            assert shown.stop(signal.SIGINT) == 0
            note = "zrs: an original ZeROSMQ master does not tell of new topics (it is asked once a second)"
            assert shown.stderr().startswith(note) and shown.stderr().count("\n") == 1, shown.stderr()
