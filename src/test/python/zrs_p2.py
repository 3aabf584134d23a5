"""A client of protocol 2, written from docs/protocol.md alone, for tests.

One DEALER socket asks; replies are matched by id; what the master pushes is answered or kept. Every wait has a deadline.
"""

import json
import os
import threading
import time
import uuid

import zmq

DEADLINE = 20.0
HOST = "127.0.0.1"


class Refused(Exception):
    """The master answered no."""

    def __init__(self, error):
        super().__init__(f"{error['code']}: {error['message']}")
        self.code = error["code"]


class Client:
    """Asks, and keeps what comes unasked. Belongs to one thread."""

    def __init__(self, port, kind=zmq.DEALER):
        self.port = port
        self.context = zmq.Context()
        self.control = self.context.socket(kind)
        self.control.setsockopt(zmq.LINGER, 0)
        self.control.connect(f"tcp://{HOST}:{port}")
        self.pushed = []
        self.answers = True
        self.last_id = 0
        self.control.send_string("LIST_ALL_TOPICS test zrs/2")
        self.welcome = json.loads(self._receive(DEADLINE))
        assert self.welcome["zrs"] >= 2, self.welcome

    def _receive(self, seconds):
        return self.control.recv_string() if self.control.poll(max(0, seconds) * 1000) else None

    def send(self, op, **members):
        """Asks and does not wait; gives the id."""
        self.last_id += 1
        self.control.send_string(json.dumps({"op": op, "id": self.last_id, **members}))
        return self.last_id

    def reply(self, wanted, seconds=DEADLINE):
        """The reply of that id, as it came."""
        end = time.monotonic() + seconds
        while True:
            message = self.take(end - time.monotonic())
            assert message is not None, f"no reply to request {wanted}"
            if message.get("id") == wanted and "ok" in message:
                return message

    def take(self, seconds):
        """The next message; pushes are noted, and answered if they ask for it. None if nothing comes."""
        text = self._receive(seconds)
        if text is None:
            return None
        message = json.loads(text)
        if "ok" not in message:
            self.pushed.append(message)
            if "op" in message and self.answers:
                self.control.send_string(json.dumps({"id": message["id"], "ok": True}))
        return message

    def ask(self, op, **members):
        """Asks; gives the reply, or raises Refused."""
        reply = self.reply(self.send(op, **members))
        if not reply["ok"]:
            raise Refused(reply["error"])
        return reply

    def pages(self, op, member, **members):
        """All entries of a list."""
        entries, after = [], 0
        while after is not None:
            page = self.ask(op, after=after, **members)
            entries += page[member]
            after = page.get("next")
        return entries

    def nodes(self):
        return self.pages("nodes", "nodes")

    def names(self):
        """The names of all nodes, in order."""
        return sorted(node["name"] for node in self.nodes())

    def graph(self):
        """Who is on what, as sorted triples."""
        return sorted((r["topic"], r["role"], r["node"]) for r in self.pages("graph", "registrations"))

    def event(self, kind, seconds=DEADLINE, **members):
        """Waits for an event with these members; gives it, and forgets it and those before."""
        end = time.monotonic() + seconds
        while True:
            for index, message in enumerate(self.pushed):
                if message.get("event") == kind and all(message.get(k) == v for k, v in members.items()):
                    del self.pushed[: index + 1]
                    return message
            left = end - time.monotonic()
            assert left > 0 and self.take(left) is not None, f"no {kind} {members} in {self.pushed}"

    def close(self):
        self.context.destroy(linger=0)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()


class Node(Client):
    """A node of protocol 2, with data sockets that say whose they are."""

    def __init__(self, name, port, instance=None, **details):
        super().__init__(port)
        self.name = name
        self.instance = instance or uuid.uuid4().hex[:16]
        self.sockets = {}
        joined = self.ask("join", node={"name": name, "instance": self.instance, "pid": os.getpid(), **details})
        self.heartbeat_seconds, self.timeout_seconds = joined["heartbeat"], joined["timeout"]

    def advertise(self, topic, patient=False, **members):
        """Connects an XPUB and waits until the way is open; gives it. A patient one is held back for slow subscribers."""
        port = self.ask("advertise", topic=topic, **members)["port"]
        xpub = self.context.socket(zmq.XPUB)
        xpub.setsockopt(zmq.SNDHWM, 0)
        xpub.setsockopt(zmq.LINGER, 2000)
        xpub.connect(f"tcp://{HOST}:{port}")
        self.sockets["publisher", topic] = xpub
        missing = {b"\x01" + topic.encode(), b"\x01\0zrs/node"}
        while missing:
            assert xpub.poll(DEADLINE * 1000), f"the master did not subscribe to {missing}"
            missing.discard(xpub.recv())
        xpub.send(b"\0zrs/node " + self.instance.encode() + (b" patient" if patient else b""))
        return xpub

    def subscribe(self, topic, room=0):
        """Connects a SUB with room for so many messages (0: any) and waits until it is active; gives it."""
        port = self.ask("subscribe", topic=topic)["port"]
        sub = self.context.socket(zmq.SUB)
        sub.setsockopt(zmq.RCVHWM, room)
        gate = b"\0zrs/gate " + self.instance.encode()
        sub.setsockopt(zmq.SUBSCRIBE, topic.encode() + b" ")
        sub.setsockopt(zmq.SUBSCRIBE, gate)
        sub.connect(f"tcp://{HOST}:{port}")
        self.sockets["subscriber", topic] = sub
        self.early = []
        while True:
            assert sub.poll(DEADLINE * 1000), "the gate did not open"
            frame = sub.recv()
            if frame == gate + b" " + topic.encode():
                sub.setsockopt(zmq.UNSUBSCRIBE, gate)
                return sub
            self.early.append(frame)

    def publish(self, topic, text):
        self.publish_bytes(topic, text.encode())

    def publish_bytes(self, topic, payload):
        self.sockets["publisher", topic].send(topic.encode() + b" " + payload)

    def receive(self, topic, seconds=DEADLINE):
        """The next payload; None if none comes in time."""
        payload = self.receive_bytes(topic, seconds)
        return None if payload is None else payload.decode()

    def receive_bytes(self, topic, seconds=DEADLINE):
        """The next payload as it came; None if none comes in time."""
        if self.early:
            return self.early.pop(0).partition(b" ")[2]
        sub = self.sockets["subscriber", topic]
        return sub.recv().partition(b" ")[2] if sub.poll(seconds * 1000) else None


class Beating:
    """Has a node send heartbeats for as long as the block lasts, from a thread that is the only one to use it."""

    def __init__(self, node):
        self.node = node
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._beat, daemon=True)

    def _beat(self):
        while not self.over.is_set():
            self.node.send("heartbeat")
            end = time.monotonic() + self.node.heartbeat_seconds
            while not self.over.is_set() and time.monotonic() < end:
                self.node.take(0.05)

    def __enter__(self):
        self.thread.start()
        return self.node

    def __exit__(self, *failure):
        self.over.set()
        self.thread.join()
