"""A subscriber in a process of its own, to be stopped: counts what it gets and reports what is missing, as JSON."""

import json
import sys

from zrs_p1 import Node

TOPIC = "SLOW"
SIZES = [1000 + 2000 * n for n in range(15)] + [50, 100, 65536]
FILLERS = [b"".join(b"%07d," % n for n in range(size // 8 + 1))[:size] for size in SIZES]


def payload(number):
    """The frame of message `number`: its size and its bytes follow from the number."""
    return b"%s %012d %s" % (TOPIC.encode(), number, FILLERS[number % len(FILLERS)])


def main(port):
    received, next_number, missing = 0, 0, []
    with Node("stopped", port, deadline=600) as node:
        node.subscribe(TOPIC)
        print("subscribed", flush=True)
        while True:
            text = node.receive(TOPIC)
            assert text is not None, "nothing more came"
            if text in ("mark", "start"):
                print("started" if text == "start" else "marked", flush=True)
                continue
            if text == "end":
                break
            number = int(text[:12])
            assert f"{TOPIC} {text}".encode() == payload(number), f"message {number} is damaged"
            assert number >= next_number, f"message {number} comes after {next_number - 1}"
            if number > next_number:
                missing.append((next_number, number - 1))
            received, next_number = received + 1, number + 1
    print(json.dumps({"received": received, "missing": missing}), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
