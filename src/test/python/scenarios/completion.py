"""The scripts in completions/ in the shells that they are for."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from harness import DEADLINE, wait_until, zrs
from scenario import scenario
from shells import ALL, bash, script, zsh
from zrs_p1 import Node

NOBODY = "127.0.0.1:1"
MESSAGE = '{"pose": {"x": 1, "y": 2}, "stamp": 3}'
PACKAGE = "source /usr/share/bash-completion/bash_completion\n"
SOURCED = "source <(zrs completion bash)\n"
AUTOLOADED = "fpath=(~/functions $fpath); autoload -Uz compinit; compinit -u -D\n"


NAMES = {"./my talker.py": "/odom", "it's $HOME": "/arm:left", "a:b": "/ärm", "c*[x]": "/tmp", "~t": "/scan"}


class Robot:
    """Nodes and topics with names that shells have their own ideas of, and a home with files."""

    def __init__(self, port, fields=True):
        self.nodes = [Node(name, port) for name in NAMES]
        self.folder = tempfile.TemporaryDirectory(prefix="zrs-home-")
        self.home = pathlib.Path(self.folder.name)
        bags = self.home / "bags"
        (bags / "d x").mkdir(parents=True)
        for name in ("run.mcap", "a b.mcap", "x.yaml"):
            (bags / name).touch()
        (self.home / "it s.yaml").write_text("args: {rate: 10, side: {description: 'left: or right'}}")
        for node in self.nodes:
            node.register_publish(NAMES[node.name])
        question = [zrs(), "__complete", "fields", "", "echo", "/odom", "--master", f"127.0.0.1:{port}"]

        def is_seen():
            self.nodes[0].publish("/odom", MESSAGE)
            return subprocess.run(question, capture_output=True, timeout=DEADLINE).stdout

        if fields:
            wait_until(is_seen, "the fields of /odom are known")

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        for node in self.nodes:
            node.close()
        self.folder.cleanup()


def everywhere(shell):
    """What two shells complete alike."""
    shell.becomes("zrs ec", "zrs echo")
    shell.becomes("zrs topic d", "zrs topic delay")
    shell.becomes("zrs echo --onc", "zrs echo --once")
    shell.becomes("zrs echo --once --onc", "zrs echo --once --onc")
    shell.becomes("zrs record --compression=z", "zrs record --compression=zstd")
    shell.becomes("zrs graph d", "zrs graph diff")
    shell.becomes("zrs echo /o", "zrs echo /odom")
    shell.becomes("zrs echo /arm", "zrs echo /arm:left")
    shell.becomes("zrs echo /ä", "zrs echo /ärm")
    # No slash behind it: it is a topic, also where there is a directory.
    shell.becomes("zrs topic hz /t", "zrs topic hz /tmp")
    shell.becomes("zrs echo /odom --field pose.", "zrs echo /odom --field pose.x pose.y", ALL)
    shell.becomes("zrs plot /odom.st", "zrs plot /odom.stamp")
    shell.becomes("zrs node info ./", r"zrs node info ./my\ talker.py")
    shell.becomes("zrs node info './", "zrs node info './my talker.py'")
    shell.becomes("zrs node info i", r"zrs node info it\'s\ \$HOME")
    shell.becomes("zrs node info 'i", r"zrs node info 'it'\''s $HOME'")
    shell.becomes("zrs node info a:", "zrs node info a:b")
    shell.becomes("zrs node info c", r"zrs node info c\*\[x\]")
    shell.becomes(r"zrs node info \~", r"zrs node info \~t")
    shell.becomes("zrs play bags/a", r"zrs play bags/a\ b.mcap")
    shell.becomes("zrs play --topics=/od", "zrs play --topics=/odom")
    shell.becomes(r"zrs launch it\ s.yaml r", r"zrs launch it\ s.yaml rate:=")
    shell.becomes(r"zrs launch ~/it\ s.yaml rate:=5 ", r"zrs launch ~/it\ s.yaml rate:=5 side:=")
    is_silent(shell, "zrs ecoh ")
    # Not what the group has for its own list.
    shell.becomes("zrs topic list --show", "zrs topic list --show-types")
    shell.becomes("zrs expect -f bags/", r"zrs expect -f bags/d\ x bags/x.yaml", ALL)


def is_silent(shell, text):
    """Nothing is there to come, and nothing is said."""
    before = len(shell.terminal.text)
    assert shell.line(text) == text
    said = shell.terminal.text[before:]
    assert "zrs:" not in said and "rror" not in said, said


@scenario()
def bash_completes(master):
    with Robot(master.port) as robot:
        # As a package has it: found by bash-completion when the command is first typed.
        folder = robot.home / ".local/share/bash-completion/completions"
        folder.mkdir(parents=True)
        shutil.copy(script("zrs.bash"), folder / "zrs")
        with bash(PACKAGE, f"127.0.0.1:{master.port}", home=robot.home) as shell:
            everywhere(shell)
            is_silent(shell, f"zrs echo --master {NOBODY} /o")


@scenario()
def bash_completes_without_the_package(master):
    with Robot(master.port, fields=False) as robot, bash(SOURCED, NOBODY, home=robot.home) as shell:
        here = f"--master 127.0.0.1:{master.port}"
        # Nothing that is not set is read: it would be told in the midst of the line.
        shell.terminal.press("set -u\r")
        shell.becomes("zrs topic d", "zrs topic delay")
        shell.becomes(f"zrs echo {here} /arm", f"zrs echo {here} /arm:left")
        shell.becomes(f"{zrs()} node info {here} ./", rf"{zrs()} node info {here} ./my\ talker.py")
        shell.becomes("zrs play -", f"zrs play {shell.line('zrs play -', ALL).partition('zrs play ')[2].strip()}", ALL)
        is_silent(shell, "zrs echo /o")


@scenario()
def zsh_completes(master):
    with Robot(master.port) as robot:
        functions = robot.home / "functions"
        functions.mkdir()
        shutil.copy(script("_zrs"), functions)
        with zsh(AUTOLOADED, f"127.0.0.1:{master.port}", home=robot.home) as shell:
            everywhere(shell)
            is_silent(shell, f"zrs echo --master {NOBODY} /o")
            before = len(shell.terminal.text)
            shell.line("zrs topic ", "\t\t")
            shell.terminal.sees("-- Shows how old messages are", since=before)


@scenario()
def zsh_reads_what_is_printed(master):
    with Robot(master.port, fields=False) as robot, zsh("source <(zrs completion zsh)\n", NOBODY, home=robot.home) as shell:
        setting = f"ZRS_MASTER=127.0.0.1:{master.port}"
        shell.becomes(f"{setting} zrs echo /arm", f"{setting} zrs echo /arm:left")
        shell.becomes("zrs ec", "zrs echo")
        is_silent(shell, "zrs echo /o")


def fish(robot, master, line):
    """What fish offers, with what it says of each."""
    env = {
        **os.environ,
        "HOME": str(robot.home),
        "XDG_CONFIG_HOME": str(robot.home / ".config"),
        "PATH": str(pathlib.Path(zrs()).parent) + os.pathsep + os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "ZRS_MASTER": master,
        "LINE": line,
    }
    command = ["fish", "-c", "cd; complete -C $LINE"]
    done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=DEADLINE)
    assert done.returncode == 0 and not done.stderr, done
    return dict(line.partition("\t")[::2] for line in done.stdout.decode().splitlines())


@scenario()
def fish_completes(master):
    with Robot(master.port) as robot:
        folder = robot.home / ".config/fish/completions"
        folder.mkdir(parents=True)
        shutil.copy(script("zrs.fish"), folder)
        here = f"127.0.0.1:{master.port}"

        def offers(line, *names):
            found = {}

            def same():
                found.update({"now": fish(robot, here, line)})
                return sorted(found["now"]) == sorted(names)

            wait_until(same, f"{line!r} offers {names}, and not {found}")
            return found["now"]

        offers("zrs ec", "echo")
        offers("zrs topic d", "delay")
        assert offers("zrs echo --onc", "--once")["--once"] == "Stop after one"
        offers("zrs record --compression ", "none", "lz4", "zstd")
        offers("zrs graph di", "diff")
        assert "1 publisher" in offers("zrs echo /", *NAMES.values())["/odom"]
        offers("zrs echo /odom --field=pose.", "--field=pose.x", "--field=pose.y")
        offers("zrs plot /odom.", "/odom.pose.", "/odom.stamp")
        offers("zrs node info ", "it's $HOME", "a:b", "c*[x]", "~t")
        offers("zrs node info './", "./my talker.py")
        offers("zrs pub /odom ")
        assert offers("zrs launch 'it s.yaml' ", "rate:=", "side:=")["rate:="] == "default: 10"
        offers("zrs ecoh ")
        assert "localhost" in fish(robot, here, "zrs echo --master ")
        offers("zrs play bags/", "bags/run.mcap", "bags/a b.mcap", "bags/d x/")
        offers(f"ZRS_MASTER={NOBODY} zrs echo /")
        offers(f"zrs echo --master {NOBODY} /")


@scenario(master=False)
def without_a_master_nothing_is_said():
    start = time.monotonic()
    for kind in ("topics", "nodes", "fields", "targets", "names", "expression", "nonsense"):
        done = subprocess.run(
            [zrs(), "__complete", kind, "", "echo", "/odom"],
            env={**os.environ, "ZRS_MASTER": NOBODY},
            capture_output=True,
            timeout=DEADLINE,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b""), done
    print(f"{(time.monotonic() - start) / 7:.3f} s for each question that nobody answers")
    done = subprocess.run([zrs(), "--help"], capture_output=True, timeout=DEADLINE)
    assert b"__complete" not in done.stdout, done.stdout
