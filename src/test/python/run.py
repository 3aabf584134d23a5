#!/usr/bin/python3
"""Runs scenarios against the built distribution: run.py [FILE[.NAME]]...; all of them without an argument.

A scenario is a function of scenarios/FILE.py under @scenario. It gets a running master, unless it says that it wants
none, and passes if it returns.
"""

import faulthandler
import importlib
import os
import pathlib
import sys
import time
import traceback

import scenario as registry

HERE = pathlib.Path(__file__).resolve().parent
HANG = int(os.environ.get("ZRS_SCENARIO_SECONDS", "300"))


def load(selected):
    files = sorted(path.stem for path in (HERE / "scenarios").glob("[a-z]*.py"))
    for file in files:
        if not selected or any(name.partition(".")[0] == file for name in selected):
            importlib.import_module(f"scenarios.{file}")
    found = registry.ALL
    if selected:
        found = [s for s in found if s.name in selected or s.name.partition(".")[0] in selected]
        missing = [name for name in selected if not any(s.name.startswith(name) for s in found)]
        assert not missing, f"no scenario {', '.join(missing)}"
    return found


def main(selected):
    failed = 0
    for chosen in load(selected):
        began = time.monotonic()
        faulthandler.dump_traceback_later(HANG, exit=True)
        try:
            chosen.run()
            verdict = "ok"
        except Exception:  # one scenario's failure must not hide the others
            traceback.print_exc()
            verdict = "FAILED"
            failed += 1
        faulthandler.cancel_dump_traceback_later()
        print(f"{verdict:6} {chosen.name} ({time.monotonic() - began:.1f} s)", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
