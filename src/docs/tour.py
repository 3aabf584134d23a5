#!/usr/bin/env python3
"""A node for README's picture: tour.py NAME PUBLISHED SUBSCRIBED... says ten times a second where it is on a curve, and hears the others."""

import itertools
import json
import math
import signal
import sys
import time

import zmq

signal.signal(signal.SIGINT, signal.SIG_DFL)
name, published, *subscribed = sys.argv[1:]
context = zmq.Context()
master = context.socket(zmq.REQ)
master.connect("tcp://127.0.0.1:5555")


def grant(verb, topic):
    master.send_string(f"{verb} {name} {topic}")
    return master.recv_string().split()[2]


sockets = []
for topic in subscribed:
    socket = context.socket(zmq.SUB)
    socket.connect(f"tcp://127.0.0.1:{grant('REQUEST_SUB', topic)}")
    socket.subscribe(topic)
    sockets.append(socket)
publisher = context.socket(zmq.PUB)
publisher.connect(f"tcp://127.0.0.1:{grant('REQUEST_PUB', published)}")
period = 3 + len(name) % 4
for count in itertools.count():
    angle = count / 10 * 2 * math.pi / period
    place = {"x": round(math.sin(angle), 2), "v": round(2 + math.cos(angle), 2)}
    publisher.send_string(f"{published} " + json.dumps(place, separators=(",", ":")))
    for socket in sockets:
        while socket.poll(0):
            socket.recv()
    time.sleep(0.1)
