"""Publishes on /chatter. A node of ZeROSMQ's kind: it needs pyzmq and nothing else."""

import argparse
import os
import time

import zmq

parser = argparse.ArgumentParser()
parser.add_argument("--rate", type=float, default=2.0, help="messages a second")
parser.add_argument("--count", type=int, default=0, help="how many; 0: until Ctrl-C")
options = parser.parse_args()

context = zmq.Context()
master = context.socket(zmq.REQ)
address = os.environ.get("ZRS_MASTER", "127.0.0.1:5555")
master.connect(f"tcp://{address}")
master.send_string("REQUEST_PUB ./talker.py /chatter")
port = master.recv_string().split()[2]  # "REQUEST GRANT 40123"

publisher = context.socket(zmq.XPUB)  # XPUB tells when the path is open; PUB works as well
publisher.connect(f"tcp://{address.rpartition(':')[0]}:{port}")
publisher.recv()

try:
    sent = 0
    while options.count == 0 or sent < options.count:
        sent += 1
        publisher.send_string(f"/chatter hello {sent} from Python")
        print(f"said hello {sent}")
        time.sleep(1 / options.rate)
except KeyboardInterrupt:
    print(f"ending after {sent}")
context.destroy(linger=1000)
