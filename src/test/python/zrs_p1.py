"""A node that speaks protocol 1 as ZeROSMQ's Python nodes do, for tests.

One REQ socket, kept open, asks the master; each topic has a PUB or SUB socket of its own that connects to the granted
port; a message is one frame "TOPIC payload". Every wait has a deadline, so that a test fails instead of hanging.
"""

import itertools
import time

import zmq

DEADLINE = 20.0
HOST = "127.0.0.1"

_marks = itertools.count(1)


class Refused(Exception):
    """The master answered ERROR; the text is its reason."""


class Silent(Exception):
    """Nobody answered before the deadline."""


class Node:
    """A node by name. Belongs to one thread."""

    def __init__(self, name, port, deadline=DEADLINE):
        self.name = name
        self.port = port
        self.deadline = deadline
        self.context = zmq.Context()
        self.publishers = {}
        self.subscribers = {}
        self._control = self._open(zmq.REQ, port)

    def _open(self, kind, port):
        socket = self.context.socket(kind)
        socket.setsockopt(zmq.LINGER, 0)
        socket.connect(f"tcp://{HOST}:{port}")
        return socket

    def request_frames(self, *frames, deadline=None):
        """Sends any frames as one request; gives the reply's frames as bytes."""
        wait = self.deadline if deadline is None else deadline
        self._control.send_multipart(frames)
        if not self._control.poll(wait * 1000):
            self._control.close()
            self._control = self._open(zmq.REQ, self.port)
            raise Silent(f"no reply to {frames[0][:80]!r} within {wait} s")
        return self._control.recv_multipart()

    def request(self, text):
        """Sends one text frame; gives the reply's text."""
        frames = self.request_frames(text.encode())
        assert len(frames) == 1, f"a reply of {len(frames)} frames"
        reply = frames[0].decode()
        if reply.startswith("ERROR"):
            raise Refused(reply)
        return reply

    def grant(self, verb, topic):
        """Asks for a port."""
        words = self.request(f"{verb} {self.name} {topic}").split(" ")
        assert words[:2] == ["REQUEST", "GRANT"] and len(words) == 3, words
        return int(words[2])

    def register_publish(self, topic):
        """Connects a PUB socket; gives the port. Asks the master anew on every call."""
        port = self.grant("REQUEST_PUB", topic)
        if topic not in self.publishers:
            self.publishers[topic] = self._open(zmq.PUB, port)
            self.publishers[topic].setsockopt(zmq.SNDHWM, 0)
        return port

    def subscribe(self, topic, prefix=None):
        """Connects a SUB socket; gives the port. `prefix` subscribes to something else than the topic."""
        port = self.grant("REQUEST_SUB", topic)
        if topic not in self.subscribers:
            socket = self.context.socket(zmq.SUB)
            socket.setsockopt(zmq.LINGER, 0)
            socket.setsockopt(zmq.RCVHWM, 0)
            socket.setsockopt_string(zmq.SUBSCRIBE, topic if prefix is None else prefix)
            socket.connect(f"tcp://{HOST}:{port}")
            self.subscribers[topic] = socket
        return port

    def stop_publishing(self, topic):
        """Says so to the master and closes the socket once it has the answer."""
        assert self.request(f"REQUEST_STOP_PUB {self.name} {topic}") == "REQUEST GRANT"
        self.publishers.pop(topic).close(linger=2000)

    def unsubscribe(self, topic):
        """Says so to the master and closes the socket once it has the answer."""
        assert self.request(f"REQUEST_STOP_SUB {self.name} {topic}") == "REQUEST GRANT"
        self.subscribers.pop(topic).close()

    def topics(self):
        """The list of all topics."""
        reply = self.request(f"LIST_ALL_TOPICS {self.name} null")
        return reply.split(",") if reply else []

    def map(self):
        """The graph as DOT source."""
        return self.request("REQUEST_MAP null null")

    def publish(self, topic, text):
        """Sends one message."""
        self.publishers[topic].send(f"{topic} {text}".encode())

    def receive(self, topic, deadline=None):
        """The next message's payload, or None if none comes before the deadline."""
        socket = self.subscribers[topic]
        wait = self.deadline if deadline is None else deadline
        if not socket.poll(wait * 1000):
            return None
        head, _, payload = socket.recv().decode().partition(" ")
        assert head == topic, f"{head} came on {topic}"
        return payload

    def close(self):
        """Leaves at once; what is queued is lost."""
        self.context.destroy(linger=0)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()


def settle(topic, publisher, *subscribers):
    """Publishes marks until every subscriber has seen one, and reads them all away again.

    A PUB socket drops what it sends before the other end has subscribed, and does not tell; ZeROSMQ's nodes sleep a
    second there.
    """
    mark = f"mark-{next(_marks)}"
    missing = list(subscribers)
    end = time.monotonic() + DEADLINE
    while missing:
        assert time.monotonic() < end, f"{topic}: nothing of {publisher.name} reached {[s.name for s in missing]}"
        publisher.publish(topic, mark)
        missing = [s for s in missing if s.receive(topic, 0.02) != mark]
    publisher.publish(topic, f"last-{mark}")
    for subscriber in subscribers:
        collect(topic, subscriber, f"last-{mark}")


def collect(topic, subscriber, last):
    """What arrives up to and without the payload `last`."""
    payloads = []
    while True:
        payload = subscriber.receive(topic)
        assert payload is not None, f"{subscriber.name} got no {last!r} on {topic}, only {payloads[:5]}"
        if payload == last:
            return payloads
        payloads.append(payload)


def deliver(topic, publisher, subscriber, count=10):
    """Shows that messages flow: `count` of them, all and in order."""
    settle(topic, publisher, subscriber)
    sent = [f"value {n}" for n in range(count)]
    for payload in sent:
        publisher.publish(topic, payload)
    publisher.publish(topic, "done")
    received = collect(topic, subscriber, "done")
    assert received == sent, f"{topic}: sent {sent}, received {received}"
