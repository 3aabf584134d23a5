"""What echo prints of a message, byte by byte, where no terminal is."""

import csv
import io
import json
import pathlib
import subprocess
import tempfile

from harness import DEADLINE, zrs
from scenario import scenario

BINARY = bytes(range(256)) + b"\xc3\x28\x00"
LARGE = b'{"n": [' + b", ".join(b"%d.250" % n for n in range(500_000)) + b"]}"
ODD = [BINARY, b"", b"two\nlines\n", "Grüße \x1b[2J".encode(), b'{"x": 1.50,\n "y": [2]}', LARGE]


def echo(master, payloads, *options):
    """What echo prints of these messages of one topic: its output, and what it says beside it."""
    address = f"127.0.0.1:{master.port}"
    command = [zrs(), "echo", "BARO", "-n", str(len(payloads)), *options, "--master", address]
    with tempfile.TemporaryDirectory() as folder:

        def publish(payload, *how):
            file = pathlib.Path(folder, "payload")
            file.write_bytes(payload)
            pub = [zrs(), "pub", "BARO", "-q", *how, "--whole", "-f", str(file), "--master", address]
            subprocess.run(pub, check=True, timeout=DEADLINE)

        # The first is kept for whoever comes, so that echo is known to be there once it has shown it.
        publish(payloads[0], "--latch")
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as shown:
            first = shown.stdout.read1()
            for payload in payloads[1:]:
                publish(payload)
            rest, err = shown.communicate(timeout=DEADLINE)
            assert shown.returncode == 0, (options, shown.returncode, err)
            return first + rest, err.decode()


def differs(actual, expected):
    at = next((i for i, (a, b) in enumerate(zip(actual, expected)) if a != b), min(len(actual), len(expected)))
    return f"{len(actual)} bytes for {len(expected)}; at {at}: {actual[at:][:40]} for {expected[at:][:40]}"


def same(actual, expected):
    assert actual == expected, differs(actual, expected)


@scenario()
def text_is_the_payload_and_a_rule(master):
    same(echo(master, ODD)[0], b"".join(payload + b"\n---\n" for payload in ODD))


@scenario()
def raw_is_the_payload_and_a_line_end(master):
    same(echo(master, ODD, "--raw")[0], b"".join(payload + b"\n" for payload in ODD))


@scenario()
def a_format_says_it_all(master):
    out, _ = echo(master, ODD, "--format", r"%n %t %S:%s\0%x|")
    expected = [b"%d BARO %d:%s\0%s|" % (n + 1, len(p), p, p.hex().encode()) for n, p in enumerate(ODD)]
    same(out, b"".join(expected))


@scenario()
def csv_is_read_by_any_reader(master):
    text = 'a "b",\r\nc'
    messages = [{"s": text, "p": {"x": 1}, "a": [True, None]}, {"a": [False], "new": 1}, {"p": {"x": 2.5}, "s": ""}]
    out, err = echo(master, [json.dumps(message).encode() for message in messages], "--csv")
    rows = list(csv.reader(io.StringIO(out.decode(), newline="")))
    assert rows == [
        ["s", "p.x", "a[0]", "a[1]"],
        [text, "1", "true", "null"],
        ["", "", "false", ""],
        ["", "2.5", "", ""],
    ], rows
    assert err.count("in no column") == 1, err


@scenario()
def a_field_keeps_its_digits(master):
    payloads = [b'{"x": 1.50, "s": "a\\nb"}', b"{}", b'{"x": -0E-0, "s": null}']
    out, err = echo(master, [payloads[0], payloads[2]], "--field", "x")
    assert out == b"1.50\n---\n-0E-0\n---\n", (out, err)
    out, err = echo(master, [payloads[0], payloads[2]], "--field", "s", "--field", "x", "--stamp")
    lines = out.decode().split("\n")
    assert lines[1:5] == [r"s: a\nb", "x: 1.50", "---", lines[4]] and lines[4].startswith("stamp: "), lines


@scenario()
def what_contradicts_is_refused(master):
    for options in (["--raw", "--json"], ["-l", "3", "--full"], ["--format", "%q"], ["--field", "a..b"]):
        command = [zrs(), "echo", "BARO", *options, "--master", f"127.0.0.1:{master.port}"]
        done = subprocess.run(command, capture_output=True, timeout=DEADLINE)
        assert done.returncode == 2 and done.stderr.count(b"\n") == 1 and not done.stdout, (options, done)
