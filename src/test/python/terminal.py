"""A program in a terminal of its own: what it writes, keys for it, and whether it leaves the terminal as it was."""

import fcntl
import os
import pty
import signal
import struct
import subprocess
import termios
import threading

from harness import DEADLINE, wait_until

LEAVES = "\x1b[?1049l"
ENTERS = "\x1b[?1049h"


class Terminal:
    """A terminal with one program, which leads its session; NO_COLOR, so that text stands in one piece."""

    def __init__(self, *command, rows=24, columns=80, env=None):
        self.keyboard, self.line = pty.openpty()
        self.resize(rows, columns, None)
        self.before = self.settings()
        self.text = ""
        self.process = subprocess.Popen(
            command,
            stdin=self.line,
            stdout=self.line,
            stderr=self.line,
            preexec_fn=self._own,
            env={**os.environ, "TERM": "xterm-256color", "NO_COLOR": "1", **(env or {})},
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _own(self):
        os.setsid()
        fcntl.ioctl(self.line, termios.TIOCSCTTY, 0)

    def _read(self):
        while True:
            try:
                data = os.read(self.keyboard, 65536)
            except OSError:
                return
            self.text += data.decode(errors="replace")

    def settings(self):
        """What `stty -g` tells."""
        return subprocess.run(["stty", "-g"], stdin=self.line, capture_output=True, check=True).stdout

    def resize(self, rows, columns, process):
        """Another size, of which the process is told."""
        fcntl.ioctl(self.line, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if process is not None:
            process.send_signal(signal.SIGWINCH)

    def sees(self, *texts, since=0):
        """Waits until all of that was written, in any order."""
        for text in texts:
            wait_until(lambda: text in self.text[since:], f"{text!r} on the terminal: {self.text[-3000:]!r}")

    def press(self, keys):
        """Types; gives where the text was by then."""
        mark = len(self.text)
        os.write(self.keyboard, keys.encode())
        return mark

    def ends(self, code, deadline=DEADLINE):
        """Waits for the end, and checks that the terminal is as it was before."""
        ended = self.process.wait(deadline)
        assert ended == code, (ended, self.text[-2000:])
        self.is_as_before()

    def is_as_before(self):
        """Settings, alternate screen, cursor and wrapping."""
        wait_until(lambda: self.settings() == self.before, "the terminal's settings are as before")
        wait_until(lambda: self.text.count(LEAVES) == self.text.count(ENTERS) > 0, "the alternate screen is left")
        assert self.text.rfind("\x1b[?25h") > self.text.rfind("\x1b[?25l"), "the cursor is still hidden"
        assert self.text.rfind("\x1b[?7h") > self.text.rfind("\x1b[?7l"), "lines are still not wrapped"

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.line)
        os.close(self.keyboard)
