"""Bags made of bags by the distribution: whole by its own check and by the format's own library, and what damage leaves of one."""

import json
import pathlib
import random
import signal
import subprocess
import tempfile

from harness import DEADLINE, wait_until, zrs
from scenario import scenario

CHECKER = pathlib.Path(__file__).resolve().parents[2] / "node" / "check.mjs"
MESSAGES = 6_000


def run(*words, code=0, text=True):
    done = subprocess.run([zrs(), "bag", *map(str, words)], capture_output=True, text=text, timeout=4 * DEADLINE)
    assert done.returncode == code, (words, done.returncode, done.stderr)
    return done


def lines(count, seed=1):
    """A ZeROSMQ recording: a hundred messages a second of three topics."""
    dice = random.Random(seed)
    return "".join(
        f'{10 * n}.5,/t{dice.randrange(3)},{{"n": {n}, "x": {dice.random()}}}\r\n' for n in range(count)
    ).encode()


def foreign(file):
    """What the format's own library says."""
    done = subprocess.run(["node", CHECKER, file], capture_output=True, text=True, timeout=4 * DEADLINE)
    assert done.returncode == 0, (file, done.stderr)


def whole(file):
    state = json.loads(run("check", "--json", file).stdout)
    assert state["state"] == "whole", state
    foreign(file)
    return state["messages"]


def recording(folder, *options):
    source = folder / "run.txt"
    source.write_bytes(lines(MESSAGES))
    run("convert", source, folder / "run.mcap", "--chunksize", "20KB", *options)
    return folder / "run.mcap"


@scenario(master=False)
def what_goes_to_mcap_comes_back():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for compression in "none", "lz4", "zstd":
            bag = recording(folder, "-f", "--compression", compression)
            assert whole(bag) == MESSAGES
            back = run("convert", bag, "-", "--to", "zerosmq", "--absolute", text=False).stdout
            expected = [line.split(b",", 1)[1] for line in (folder / "run.txt").read_bytes().splitlines()]
            assert [line.split(b",", 1)[1] for line in back.splitlines()] == expected


@scenario(master=False)
def parts_make_the_whole_again():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        bag = recording(folder)
        run("filter", bag, folder / "a.mcap", "--end", "70.002")
        run("filter", bag, folder / "b.mcap", "-s", "70.005", "--zstd")
        assert whole(folder / "a.mcap") + whole(folder / "b.mcap") == MESSAGES
        run("merge", folder / "b.mcap", folder / "a.mcap", "-o", folder / "c.mcap")
        assert whole(folder / "c.mcap") == MESSAGES
        texts = [
            run("convert", file, "-", "--to", "zerosmq", text=False).stdout for file in (bag, folder / "c.mcap")
        ]
        assert texts[0] == texts[1]
        run("filter", bag, folder / "d.mcap", "topic == '/t1' and n % 2 == 0")
        assert 0 < whole(folder / "d.mcap") < MESSAGES / 3


@scenario(master=False)
def damage_is_found_and_the_rest_is_saved():
    dice = random.Random(2)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        original = recording(folder).read_bytes()
        damaged, saved = folder / "damaged.mcap", folder / "saved.mcap"
        for round_number in range(6):
            data = bytearray(original)
            if round_number % 2 == 0:
                del data[dice.randrange(1000, len(data)) :]
            else:
                data[dice.randrange(9, len(data))] ^= 1 << dice.randrange(8)
            damaged.write_bytes(data)
            run("check", damaged, code=3)
            # What is wrong with an index or a checksum alone costs nothing.
            done = subprocess.run(
                [zrs(), "bag", "recover", damaged, "-f", "-o", saved], capture_output=True, timeout=4 * DEADLINE
            )
            assert done.returncode in (0, 3), done.stderr
            messages = whole(saved)
            least = MESSAGES * len(data) // len(original) - 2000
            assert messages >= least, (round_number, messages, least)


@scenario(master=False)
def ctrl_c_leaves_nothing_behind():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = folder / "run.txt"
        source.write_bytes(lines(600_000))
        out = folder / "out"
        out.mkdir()
        command = [zrs(), "bag", "convert", source, out / "run.mcap", "--zstd"]
        with subprocess.Popen(command, stderr=subprocess.PIPE) as child:
            wait_until(lambda: any(file.stat().st_size > 0 for file in out.iterdir()), "something is written")
            child.send_signal(signal.SIGINT)
            child.communicate(timeout=DEADLINE)
        assert child.returncode == 130, child.returncode
        assert list(out.iterdir()) == []
