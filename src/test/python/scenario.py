"""Marks functions as scenarios."""

import sys

import harness

ALL = []


class Scenario:
    """One test: a name, the master's options, and what to do."""

    def __init__(self, function, options, master):
        self.function = function
        self.name = f"{function.__module__.rpartition('.')[2]}.{function.__name__}"
        self.options = options
        self.master = master

    def run(self):
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


def scenario(*options, master=True):
    """Registers a scenario: @scenario() or @scenario("--data-ports", "7000-7003")."""

    def register(function):
        ALL.append(Scenario(function, options, master))
        return function

    return register
