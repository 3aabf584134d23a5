#!/usr/bin/python3
"""A node of protocol 1 as a process of its own, for tests that kill, stop or cut it off: NAME PORT pub|sub TOPIC [HZ].

A publisher counts up; a subscriber prints the moment and the payload of each message. Both print "ready" when the master
has answered. Nothing in it knows that a master can be gone.
"""

import sys
import time

from zrs_p1 import Node


def main(name, port, role, topic, hertz="20"):
    node = Node(name, int(port))
    if role == "sub":
        node.subscribe(topic)
        print("ready", flush=True)
        while True:
            payload = node.receive(topic, 3600)
            print(f"{time.monotonic():.6f} {payload}", flush=True)
    node.register_publish(topic)
    print("ready", flush=True)
    began = time.monotonic()
    count = 0
    while True:
        node.publish(topic, str(count))
        count += 1
        time.sleep(max(0, began + count / float(hertz) - time.monotonic()))


if __name__ == "__main__":
    main(*sys.argv[1:])
