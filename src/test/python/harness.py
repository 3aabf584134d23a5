"""Starts the built distribution's programs and looks at them from outside."""

import atexit
import fcntl
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import threading
import time

DEADLINE = 30.0
FIRST_PORT, WINDOW, WINDOWS = 10000, 25, 390
RESERVED = []
TICKS = os.sysconf("SC_CLK_TCK")
ROOT = pathlib.Path(__file__).resolve().parents[3]


def zrs():
    """The command under test."""
    return os.environ.get("ZRS_COMMAND", str(ROOT / "target" / "zrs" / "bin" / "zrs"))


def wait_until(condition, what, deadline=DEADLINE):
    """Waits for a condition and gives its value; the pause only spares the processor."""
    end = time.monotonic() + deadline
    while True:
        value = condition()
        if value:
            return value
        assert time.monotonic() < end, f"still not so after {deadline} s: {what}"
        time.sleep(0.01)


def free_ports(count):
    """The first of `count` neighbouring free ports, below those that masters and the system hand out.

    They are this process's until it ends: no other one that asks here gets any of them.
    """
    assert count <= WINDOW, count
    start = os.getpid()
    for index in range(start, start + WINDOWS):
        first = FIRST_PORT + index % WINDOWS * WINDOW
        lock = open(pathlib.Path(tempfile.gettempdir()) / f"zrs-test-ports-{first}", "w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for port in range(first, first + count):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
        except OSError:
            lock.close()
            continue
        RESERVED.append(lock)
        return first
    raise AssertionError(f"no {count} neighbouring ports are free")


def private_state():
    """Keeps what masters write out of the user's own folder."""
    folder = tempfile.TemporaryDirectory(prefix="zrs-state-")
    atexit.register(folder.cleanup)
    return folder.name


os.environ["XDG_STATE_HOME"] = private_state()


class Process:
    """A running program whose output is collected line by line."""

    def __init__(self, *command, env=None):
        self.command = command
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            env={**os.environ, **(env or {})},
        )
        self.lines = []
        self._grown = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            with self._grown:
                self.lines.append(line.decode().rstrip("\n"))
                self._grown.notify_all()
        with self._grown:
            self._grown.notify_all()

    @property
    def pid(self):
        return self.process.pid

    def wait_for(self, matches, what, deadline=DEADLINE):
        """The first line for which `matches` holds."""
        end = time.monotonic() + deadline
        with self._grown:
            while True:
                for line in self.lines:
                    if matches(line):
                        return line
                assert self._reader.is_alive(), f"{self.command} ended before {what}: {self.lines} {self.stderr()}"
                left = end - time.monotonic()
                assert left > 0, f"{self.command}: no {what} in {self.lines[-20:]} {self.stderr()}"
                self._grown.wait(left)

    def stderr(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def send(self, signal_number):
        self.process.send_signal(signal_number)

    def wait(self, deadline=DEADLINE):
        """The exit code; by then all lines have been read."""
        code = self.process.wait(deadline)
        self._reader.join(deadline)
        return code

    def stop(self, signal_number=signal.SIGTERM):
        """Ends it and gives the exit code."""
        self.send(signal_number)
        return self.wait()

    def alive(self):
        return self.process.poll() is None

    def cpu_seconds(self):
        """Processor time used so far, by every thread."""
        fields = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def resident_bytes(self):
        """Memory held now (VmRSS)."""
        for line in pathlib.Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise AssertionError(f"no VmRSS for {self.pid}")

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        if self.alive():
            self.send(signal.SIGCONT)
            self.process.kill()
            self.wait()
        self.process.stdout.close()
        self.errors.close()


class Master(Process):
    """A `zrs master --json`, ready to serve; by default on a free port, with nothing kept."""

    def __init__(self, *options, port=0):
        super().__init__(zrs(), "master", "--json", "--port", str(port), *options)
        started = json.loads(self.wait_for(lambda line: True, "first line"))
        assert started["event"] == "started", started
        self.port = started["port"]

    def events(self, kind):
        """Every event of a kind so far."""
        return [event for event in map(json.loads, list(self.lines)) if event["event"] == kind]

    def idles(self, seconds=1.0, most=0.5):
        """Shows that the master does not spin: `most` of a core over `seconds`, far above what an idle one needs."""
        before = self.cpu_seconds()
        time.sleep(seconds)
        used = self.cpu_seconds() - before
        print(f"idle: {used:.2f} s of processor time in {seconds} s")
        assert used < most * seconds, f"the master used {used:.2f} s in {seconds} s of doing nothing"
