"""zrs record: what was published is in the file, byte for byte, whatever happens to the recorder or its disk."""

import contextlib
import json
import os
import pathlib
import random
import re
import signal
import subprocess

import tempfile
import threading
import time

import mcap_file
from harness import DEADLINE, Process, wait_until, zrs
from scenario import scenario
from zrs_p2 import Node

CRASHES = int(os.environ.get("ZRS_RECORD_CRASHES", "4"))
SEED = 20260301



def record(master, *arguments):
    return Process(zrs(), "record", "--json", *arguments, "--master", f"127.0.0.1:{master.port}")


@contextlib.contextmanager
def folder():
    with tempfile.TemporaryDirectory(prefix="zrs-record-") as name:
        yield pathlib.Path(name)


def subscribed(master, *topics):
    """Waits until a recorder is on each topic."""
    for topic in topics:
        command = [zrs(), "topic", "info", "-a", topic, "--master", f"127.0.0.1:{master.port}"]

        def there(command=command):
            return b"zrs_record" in subprocess.run(command, capture_output=True, check=False).stdout

        wait_until(there, f"record subscribes to {topic}")


def publish(master, topic, *payloads):
    """Sends with zrs pub, which ends when the master has it all."""
    command = [zrs(), "pub", topic, *payloads, "--master", f"127.0.0.1:{master.port}"]
    subprocess.run(command, check=True, capture_output=True, timeout=DEADLINE)


def taken(recorder, count):
    """Waits until the recorder says that it has so many messages."""
    recorder.wait_for(lambda line: json.loads(line).get("messages", 0) >= count, f"{count} messages")


def of_topic(bag, topic):
    return [message.data for message in bag.messages if message.topic == topic]


@scenario()
def what_was_published_is_in_the_file(master):
    generator = random.Random(SEED)
    sent = {"/json": [], "/text": [], "/bytes": []}
    for number in range(2000):
        sent["/json"].append(json.dumps({"n": number, "w": "ä" * generator.randrange(9)}).encode())
        sent["/text"].append(f"{number}: {'x' * generator.randrange(300)}".encode())
        sent["/bytes"].append(b"\xff" + generator.randbytes(generator.randrange(5000)))
    sent["/bytes"].append(b"\xff" + generator.randbytes(3_000_000))
    with folder() as here, record(master, "-O", str(here / "run"), *sent) as recorder:
        subscribed(master, *sent)
        with Node("pub.py", master.port) as node:
            publishers = {topic: node.advertise(topic) for topic in sent}
            for number in range(2001):
                for topic, payloads in sent.items():
                    if number < len(payloads):
                        publishers[topic].send(topic.encode() + b" " + payloads[number])
            taken(recorder, sum(map(len, sent.values())))
        assert recorder.stop(signal.SIGINT) == 0, recorder.stderr()
        bag = mcap_file.read(here / "run.mcap")
        assert bag.whole
        for topic, payloads in sent.items():
            assert of_topic(bag, topic) == payloads, topic
            (channel,) = [c for c in bag.channels.values() if c.topic == topic]
            assert channel.encoding == {"/json": "json", "/text": "x-text", "/bytes": "x-bytes"}[topic]
        times = [message.log_time for message in bag.messages]
        assert all(abs(stamp / 1e9 - time.time()) < 600 for stamp in times)
        assert json.loads(recorder.lines[-1])["lost"] == 0
        assert not list(here.glob("*.active"))


@scenario()
def topics_that_appear_later_are_recorded_from_their_first_message(master):
    with folder() as here, record(master, "-a", "-x", "/secret.*", "-o", str(here / "all")) as recorder:
        recorder.wait_for(lambda line: '"recording"' in line, "a file")
        for number in range(5):
            publish(master, f"/later/{number}", "first", "second")
            publish(master, f"/secret/{number}", "no")
        taken(recorder, 10)
        assert recorder.stop(signal.SIGTERM) == 0, recorder.stderr()
        (file,) = here.glob("all_*.mcap")
        assert re.fullmatch(r"all_\d{4}(-\d\d){5}\.mcap", file.name), file
        bag = mcap_file.read(file)
        topics = {channel.topic for channel in bag.channels.values()}
        assert topics == {f"/later/{number}" for number in range(5)}, topics
        for topic in topics:
            assert of_topic(bag, topic) == [b"first", b"second"], topic


@scenario()
def latched_topics_and_publishers_are_written_down(master):
    publish(master, "-l", "/map", '{"cells":[1,2]}')
    with folder() as here, record(master, "/map", "-l", "1", "-O", str(here / "map.mcap")) as recorder:
        assert recorder.wait() == 0, recorder.stderr()
        bag = mcap_file.read(here / "map.mcap")
        (channel,) = bag.channels.values()
        assert channel.metadata["latching"] == "true", channel
        schema = json.loads(bag.schemas[channel.schema].data)
        assert schema["properties"]["cells"] == {"type": "array", "items": {"type": "number"}}, schema


@scenario()
def splits_and_keeps_the_last_files(master):
    options = ["--split", "--size", "100KB", "--max-splits", "3", "--compression", "none"]
    with folder() as here, record(master, "/a", "-O", str(here / "run"), *options) as recorder:
        subscribed(master, "/a")
        with Node("pub.py", master.port) as node:
            publisher = node.advertise("/a")
            for number in range(100):
                publisher.send(b"/a " + b"%d " % number + b"x" * 20000)
            taken(recorder, 100)
        assert recorder.stop(signal.SIGHUP) == 0, recorder.stderr()
        files = sorted(here.iterdir(), key=lambda file: int(file.stem.rpartition("_")[2]))
        assert len(files) == 3, files
        numbers = [int(m.data.split()[0]) for file in files for m in mcap_file.read(file).messages]
        assert numbers == list(range(100 - len(numbers), 100)), numbers


@scenario()
def the_time_before_a_trigger_is_recorded(master):
    options = ["--when", 'topic == "/alarm"', "--pre", "60s", "--post", "1ms"]
    with folder() as here, record(master, "-a", "-O", str(here / "run"), *options) as recorder:
        publish(master, "/a", "before")
        taken(recorder, 1)
        assert not list(here.iterdir())
        publish(master, "/alarm", "now")
        recorder.wait_for(lambda line: '"closed"' in line, "an episode")
        assert recorder.stop(signal.SIGINT) == 0, recorder.stderr()
        bag = mcap_file.read(here / "run_0.mcap")
        assert [(m.topic, m.data) for m in bag.messages] == [("/a", b"before"), ("/alarm", b"now")], bag.messages


@scenario("--max-topics", "1")
def a_topic_that_is_refused_is_not_waited_for(master):
    publish(master, "-l", "/a", "kept")
    with folder() as here, record(master, "/a", "/b", "-l", "1", "-O", str(here / "run")) as recorder:
        assert recorder.wait() == 1, recorder.stderr()
        assert "the limit of 1 topics is reached" in recorder.stderr(), recorder.stderr()
        assert of_topic(mcap_file.read(here / "run.mcap"), "/a") == [b"kept"]


@scenario()
def that_nothing_was_triggered_is_said(master):
    with folder() as here, record(master, "/a", "-O", str(here / "run"), "--when", "x > 3") as recorder:
        subscribed(master, "/a")
        publish(master, "/a", '{"x": 1}')
        taken(recorder, 1)
        assert recorder.stop(signal.SIGINT) == 0, recorder.stderr()
        assert "none of 1 message matched --when: there is no file" in recorder.stderr(), recorder.stderr()
        assert not list(here.iterdir())


@scenario()
def a_file_that_is_there_is_never_overwritten(master):
    with folder() as here:
        (here / "run.mcap").write_text("mine")
        with record(master, "/a", "-O", str(here / "run.mcap")) as recorder:
            assert recorder.wait() == 1
            assert recorder.stderr().startswith(f"zrs: {here}/run.mcap is there already; "), recorder.stderr()
        assert (here / "run.mcap").read_text() == "mine"


@scenario()
def a_master_that_comes_back_is_recorded_on(master):
    from harness import Master

    with folder() as here, Master() as first, record(first, "/a", "-O", str(here / "run")) as recorder:
        subscribed(first, "/a")
        publish(first, "/a", "one")
        taken(recorder, 1)
        first.send(signal.SIGKILL)
        first.wait()
        wait_until(lambda: "is gone; waiting for it" in recorder.stderr(), "the loss of the master is told")
        with Master(port=first.port) as second:
            wait_until(lambda: "is back" in recorder.stderr(), "its return is told")
            subscribed(second, "/a")
            publish(second, "/a", "two")
            taken(recorder, 2)
            assert recorder.stop(signal.SIGINT) == 0, recorder.stderr()
            assert "the master was away once, for " in recorder.stderr(), recorder.stderr()
        bag = mcap_file.read(here / "run.mcap")
        assert of_topic(bag, "/a") == [b"one", b"two"]
        away = [values for name, values in bag.metadata if name == "zrs.away"]
        assert len(away) == 1 and int(away[0]["from"]) < int(away[0]["until"]), away


class Counter:
    """Publishes numbers, with the time of each, for as long as the block lasts."""

    def __init__(self, master, topic):
        self.master, self.topic = master, topic
        self.over = threading.Event()
        self.sent = []
        self.thread = threading.Thread(target=self._run, daemon=True)

    def _run(self):
        with Node("counter.py", self.master.port) as node:
            publisher = node.advertise(self.topic)
            padding = b"x" * 200
            while not self.over.is_set():
                for _ in range(20):
                    number = len(self.sent)
                    publisher.send(self.topic.encode() + b" %d " % number + padding)
                    self.sent.append(time.time())
                time.sleep(0.005)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *failure):
        self.over.set()
        self.thread.join(DEADLINE)


@scenario()
def kill_9_loses_at_most_a_second(master):
    generator = random.Random(SEED)
    for crash in range(CRASHES):
        with folder() as here, record(master, "/count", "-O", str(here / "run")) as recorder:
            subscribed(master, "/count")
            with Counter(master, "/count") as counter:
                taken(recorder, 1)
                time.sleep(generator.random() * 2)  # the moment is the point
                recorder.send(signal.SIGKILL)
                recorder.wait()
                killed = time.time()
            bag = mcap_file.read(here / "run.mcap.active")
            numbers = [int(message.data.split()[0]) for message in bag.messages]
            first = numbers[0] if numbers else 0
            assert numbers == list(range(first, first + len(numbers))), "a gap"
            behind = killed - counter.sent[first + len(numbers) - 1 if numbers else 0]
            print(f"crash {crash}: {len(numbers)} messages, {behind:.2f} s before the end lost")
            if behind >= 1:
                # A machine that does not let the publisher run in time does not let the recorder either.
                gap = max(b - a for a, b in zip(counter.sent, counter.sent[1:]))
                assert behind < 1 + 10 * gap, f"{behind} s are lost, and {gap} s was the longest pause"
            opened = subprocess.run(
                [zrs(), "bag", "info", str(here / "run.mcap.active")], capture_output=True, check=False, text=True
            )
            assert opened.returncode == 0 and str(len(numbers)) in opened.stdout, (opened, len(numbers))


def on_small_disk(here, master, *arguments):
    """A recorder on a disk of 20 MB, in a namespace of its own; gives its exit code, errors, and the files' contents."""
    script = (
        f"mount -t tmpfs -o size=20m none '{here}' && "
        f"'{zrs()}' record --json -O '{here}/run' {' '.join(arguments)} --master 127.0.0.1:{master.port}; "
        f"code=$?; ls '{here}' >&2; cat '{here}'/run.mcap > '{here.parent}/copy.mcap'; exit $code"
    )
    return Process("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script)


@scenario()
def a_full_disk_ends_with_a_whole_file_and_every_loss_counted(master):
    with folder() as here:
        (here / "disk").mkdir()
        with on_small_disk(here / "disk", master, "--min-free", "0", "--compression", "none", "/a") as recorder:
            subscribed(master, "/a")
            sent = 0
            with Node("pub.py", master.port) as node:
                publisher = node.advertise("/a")
                while recorder.alive() and not any('"ended"' in line for line in list(recorder.lines)):
                    publisher.send(b"/a %d " % sent + b"x" * 50000)
                    sent += 1
                    time.sleep(0.001)
            assert recorder.wait() == 1, recorder.stderr()
            errors = recorder.stderr()
            assert "No space left on device" in errors and "run.mcap is finished" in errors, errors
            bag = mcap_file.read(here / "copy.mcap")
            assert bag.whole
            ended = json.loads(recorder.lines[-1])
            assert ended["event"] == "ended" and ended["messages"] == len(bag.messages) + ended["lost"], ended
            numbers = [int(message.data.split()[0]) for message in bag.messages]
            assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) and len(numbers) > 300, len(numbers)


@scenario()
def a_disk_that_gets_full_ends_the_recording_in_time(master):
    with folder() as here:
        (here / "disk").mkdir()
        with on_small_disk(here / "disk", master, "--min-free", "5MB", "--compression", "none", "/a") as recorder:
            subscribed(master, "/a")
            with Node("pub.py", master.port) as node:
                publisher = node.advertise("/a")
                while recorder.alive() and not any('"ended"' in line for line in list(recorder.lines)):
                    publisher.send(b"/a " + b"x" * 50000)
                    time.sleep(0.002)
            assert recorder.wait() == 1, recorder.stderr()
            assert "MB left, and 5 MB are to stay free" in recorder.stderr(), recorder.stderr()
            ended = json.loads(recorder.lines[-1])
            assert ended["lost"] == 0, ended
            assert len(mcap_file.read(here / "copy.mcap").messages) == ended["messages"]
