"""The system's shells at a terminal: types at them, and reads what became of the line."""

import os
import pathlib
import tempfile

from harness import ROOT, wait_until, zrs
from terminal import Terminal

READY = "ready-to-type"
LINE = "\x18\x05"
KILL = "\x15"
TAB = "\t"
ALL = "\x1b*"

BASH = """
bind -x '"\\C-x\\C-e": printf "%s\\0" "$READLINE_LINE" >OUT.new; mv OUT.new OUT'
bind 'set bell-style none'; bind 'set enable-bracketed-paste off'
"""

ZSH = """
bindkey -e
tell() { print -rn -- "$BUFFER"$'\\0' >OUT.new; mv OUT.new OUT }
zle -N tell; bindkey '^X^E' tell
zle -C every complete-word _generic; bindkey '^[*' every
zstyle ':completion:every::::' completer _all_matches _complete
zstyle ':completion:every:*' insert true
"""


class Shell:
    """An interactive shell in an empty home, where `zrs` is the command under test."""

    def __init__(self, command, keys, setup, master, home=None):
        self.folder = tempfile.TemporaryDirectory(prefix="zrs-shell-")
        self.home = pathlib.Path(home or self.folder.name)
        self.out = pathlib.Path(self.folder.name) / "line"
        bin_folder = str(pathlib.Path(zrs()).parent)
        env = {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", os.path.expanduser("~/.cache")),
            "PATH": bin_folder + os.pathsep + os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "ZRS_MASTER": master,
            "PS1": "> ",
        }
        self.terminal = Terminal(*command, env=env, columns=200)
        rc = self.home / ".setup"
        rc.write_text(keys.replace("OUT", str(self.out)) + setup)
        # Quoted here, so that it is on the screen only once it is printed.
        self.terminal.press(f"cd; source ./.setup; echo {READY[:3]}''{READY[3:]}\r")
        self.terminal.sees(READY)

    def line(self, text, key=TAB):
        """What the line is after those keys."""
        self.out.unlink(missing_ok=True)
        self.terminal.press(text + key + LINE)
        wait_until(self.out.exists, f"the line of {text!r}: {self.terminal.text[-500:]!r}")
        line = self.out.read_text()
        assert line.endswith("\0"), line
        self.terminal.press(KILL)
        return line[:-1]

    def becomes(self, text, expected, key=TAB):
        """Presses the key until the line is that: on a busy machine, an answer may come too late for the first time."""
        seen = []

        def same():
            words = self.line(text, key).split()
            seen.append(sorted(words) if key == ALL else words)
            return seen[-1] == (sorted(expected.split()) if key == ALL else expected.split())

        try:
            wait_until(same, f"{text!r} becomes {expected!r}")
        except AssertionError as still:
            raise AssertionError(f"{still}, and not {seen[-1]}") from still

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.terminal.__exit__()
        self.folder.cleanup()


def bash(setup, master, **how):
    return Shell(["bash", "--norc", "-i"], BASH, setup, master, **how)


def zsh(setup, master, **how):
    return Shell(["zsh", "-f", "-i"], ZSH, setup, master, **how)


def script(name):
    """One that is checked in."""
    return ROOT / "completions" / name
