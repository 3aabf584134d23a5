"""ZMTP by hand, for peers that no library would be: half of a frame, a false length, silence."""

import pathlib
import socket
import struct

from harness import wait_until

DEADLINE = 30.0
MORE, LONG, COMMAND = 1, 2, 4
# A Java program's connections stand in the second.
TABLES = (pathlib.Path("/proc/net/tcp"), pathlib.Path("/proc/net/tcp6"))


def greeting(major=3, minor=1, mechanism=b"NULL", as_server=0):
    """The 64 bytes that open every connection."""
    signature = b"\xff" + bytes(8) + b"\x7f"
    return signature + bytes([major, minor]) + mechanism.ljust(20, b"\0") + bytes([as_server]) + bytes(31)


def frame(body, flags=0):
    """One frame, in the short form where it fits."""
    if len(body) < 256:
        return bytes([flags, len(body)]) + body
    return bytes([flags | LONG]) + struct.pack(">Q", len(body)) + body


def command(name, data=b""):
    """A command frame."""
    return frame(bytes([len(name)]) + name + data, COMMAND)


def ready(socket_type, identity=b""):
    """The READY command of the NULL mechanism."""
    properties = b""
    for name, value in ((b"Socket-Type", socket_type), (b"Identity", identity)):
        properties += bytes([len(name)]) + name + struct.pack(">I", len(value)) + value
    return command(b"READY", properties)


class Closed(Exception):
    """The other side has closed the connection."""


class Peer:
    """One TCP connection to a port of the master."""

    def __init__(self, port):
        self.port = port
        self.socket = socket.create_connection(("127.0.0.1", port), DEADLINE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.local_port = self.socket.getsockname()[1]

    def send(self, data):
        """Sends bytes; quiet if the other side has closed."""
        try:
            self.socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            return False
        return True

    def read(self, count):
        """Exactly so many bytes."""
        data = b""
        while len(data) < count:
            try:
                part = self.socket.recv(count - len(data))
            except ConnectionResetError as reset:
                raise Closed from reset
            if not part:
                raise Closed
            data += part
        return data

    def frame(self):
        """The next frame as (flags, body); LONG is left out of the flags."""
        flags = self.read(1)[0]
        length = struct.unpack(">Q", self.read(8))[0] if flags & LONG else self.read(1)[0]
        return flags & ~LONG, self.read(length)

    def message(self):
        """The next frame that is no command; answers PINGs on the way."""
        while True:
            flags, body = self.frame()
            if not flags & COMMAND:
                return body
            if body.startswith(b"\x04PING"):
                self.send(command(b"PONG", body[7:]))

    def handshake(self, socket_type, minor=1):
        """Greets and says what it is; gives itself once the master has answered both."""
        self.send(greeting(minor=minor) + ready(socket_type))
        hello = self.read(64)
        assert hello[0] == 0xFF and hello[10] == 3, hello
        flags, body = self.frame()
        assert flags == COMMAND and body.startswith(b"\x05READY"), body
        return self

    def wait_for_close(self):
        """Reads away what comes until the master closes; gives it."""
        seen = b""
        try:
            while True:
                seen += self.read(1)
        except Closed:
            return seen
        except TimeoutError as late:
            raise AssertionError(f"still open after {DEADLINE} s; it said {seen[:200]!r}") from late

    def close(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()


def wait_until_read(peers):
    """Waits until the master has taken every byte that these peers have sent, by the kernel's own table."""
    # The master's end of each: its own port first.
    ours = {f"{peer.port:04X} {peer.local_port:04X}" for peer in peers}

    def all_read():
        waiting = dict.fromkeys(ours, True)
        for table in TABLES:
            for line in table.read_text().splitlines()[1:]:
                _, local, remote, _, queues, *_ = line.split(None, 5)
                ends = f"{local[-4:]} {remote[-4:]}"
                if ends in ours:
                    waiting[ends] = not queues.endswith(":00000000")
        return not any(waiting.values())

    wait_until(all_read, "the master has read everything")
