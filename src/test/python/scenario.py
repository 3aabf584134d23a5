"""Marks functions as scenarios."""

import os
import pathlib
import subprocess
import sys

import harness

INSIDE = "ZRS_TEST_NAMESPACE"

ALL = []


class Scenario:
    """One test: a name, the master's options, and what to do."""

    def __init__(self, function, options, master, namespace):
        self.function = function
        self.name = f"{function.__module__.rpartition('.')[2]}.{function.__name__}"
        self.options = options
        self.master = master
        self.namespace = namespace

    def run(self):
        if self.namespace and os.environ.get(INSIDE) != self.name:
            self.run_inside()
            return
        if not self.master:
            self.function()
            return
        with harness.Master(*self.options) as master:
            try:
                self.function(master)
                assert master.alive(), "the master has died"
                code = master.stop()
                assert code == 0, f"the master ended with {code}"
            except Exception:
                print("the master said:", *master.lines[-30:], master.stderr(), sep="\n", file=sys.stderr)
                raise
            assert not master.stderr().count("Exception"), master.stderr()

    def run_inside(self):
        """Once more, in a network of its own, where packets may be dropped without harm to anybody."""
        run = f"ip link set lo up && exec '{sys.executable}' '{pathlib.Path(__file__).with_name('run.py')}' {self.name}"
        inside = ["unshare", "--user", "--map-root-user", "--net", "sh", "-c", run]
        subprocess.run(inside, check=True, env={**os.environ, INSIDE: self.name})


def scenario(*options, master=True, namespace=False):
    """Registers a scenario: @scenario() or @scenario("--data-ports", "7000-7003").

    One with a namespace runs as root of a network of its own; it needs unshare, ip and nft.
    """

    def register(function):
        ALL.append(Scenario(function, options, master, namespace))
        return function

    return register
