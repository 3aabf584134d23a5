"""Requests that are none: each is answered with ERROR and a reason, and nobody else notices."""

import random
import unicodedata

import zmq

from scenario import scenario
from zmtp_raw import MORE, Closed, Peer, frame
from zrs_p1 import Node, deliver

TEXTS = {
    "empty": b"",
    "blank": b" ",
    "many blanks": b"     ",
    "one word": b"REQUEST_PUB",
    "verb and blank": b"REQUEST_PUB ",
    "missing topic": b"REQUEST_PUB node",
    "missing topic, blank at the end": b"REQUEST_PUB node ",
    "missing node": b"REQUEST_PUB  topic",
    "node of blanks": b"REQUEST_PUB    topic",
    "unknown verb": b"REQUEST_COFFEE node topic",
    "verb in lower case": b"request_pub node topic",
    "not the whole verb": b"REQUEST node topic",
    "newline between words": b"REQUEST_PUB node\ntopic",
    "tab between words": b"REQUEST_PUB\tnode\ttopic",
    "control character in the node": b"REQUEST_PUB no\x07de topic",
    "control character in the topic": b"REQUEST_PUB node to\x1bpic",
    "NUL in the topic": b"REQUEST_SUB node to\0pic",
    "escape sequence": b"REQUEST_SUB \x1b[31mred\x1b[0m topic",
    "C1 control character": "REQUEST_SUB node to\u0085pic".encode(),
    "no-break space in the topic": "REQUEST_SUB node to\u00a0pic".encode(),
    "not UTF-8": b"REQUEST_PUB node \xff\xfe",
    "cut in a character": b"REQUEST_PUB node caf\xc3",
    "overlong UTF-8": b"REQUEST_PUB node a\xc0\xafb",
    "surrogate": b"REQUEST_PUB node a\xed\xa0\x80b",
    "binary": bytes(range(256)),
    "binary zeroes": bytes(1000),
    "long node": b"REQUEST_PUB " + b"n" * 5000 + b" topic",
    "long topic": b"REQUEST_SUB node " + b"t" * 2000,
    "long verb": b"V" * 60000,
    "just under the limit": b"REQUEST_SUB node " + b"t" * 65000,
    "bad JSON": b'{"op":',
    "JSON that is no object": b"[1,2,3]",
    "HTTP": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
}


def check_error(name, reply):
    assert len(reply) == 1, f"{name}: {len(reply)} frames"
    text = reply[0].decode()
    is_json = text.startswith("{") and '"ok":false' in text.replace(" ", "")
    assert is_json or text.startswith("ERROR "), f"{name}: {text[:200]!r}"
    controls = [character for character in text if unicodedata.category(character).startswith("C")]
    assert len(text) > len("ERROR ") and not controls, f"{name}: {text[:200]!r}"
    assert len(text) < 1000, f"{name}: the whole request comes back"


@scenario()
def each_gets_an_error_and_the_node_goes_on(master):
    with Node("p", master.port) as p, Node("s", master.port) as s, Node("clumsy", master.port) as clumsy:
        p.register_publish("BARO")
        s.subscribe("BARO")
        for name, text in TEXTS.items():
            check_error(name, clumsy.request_frames(text))
            assert clumsy.topics() == ["BARO"], f"after {name}"
        deliver("BARO", p, s)


@scenario()
def several_frames_are_no_request(master):
    requests = [
        (b"REQUEST_PUB", b"node", b"topic"),
        (b"REQUEST_PUB node topic", b""),
        (b"", b"REQUEST_PUB node topic"),
        (b"", b""),
        (b"REQUEST_PUB node topic",) * 50,
    ]
    with Node("clumsy", master.port) as clumsy:
        for frames in requests:
            check_error(f"{len(frames)} frames {frames[:3]}", clumsy.request_frames(*frames))
        assert clumsy.topics() == []


@scenario()
def a_request_over_the_limit_hurts_nobody(master):
    with Node("p", master.port) as p, Node("s", master.port) as s:
        p.register_publish("BARO")
        s.subscribe("BARO")
        for size in (65537, 1 << 20, 70 << 20):
            with Peer(master.port).handshake(b"REQ") as huge:
                huge.send(frame(b"", MORE) + frame(b"REQUEST_PUB " + b"n" * size + b" t"))
                try:
                    assert huge.frame() == (MORE, b"")
                    check_error("huge", [huge.frame()[1]])
                except Closed:
                    pass  # nobody has to read what is over the limit
            with Node("next", master.port) as following:
                assert following.topics() == ["BARO"]
        deliver("BARO", p, s)


@scenario()
def random_requests(master):
    dice = random.Random(20260101)
    words = b'REQUEST_PUB REQUEST_SUB LIST_ALL_TOPICS REQUEST_MAP null n zrs/2 { "'.split() + [b" ", b"\n"]
    with Node("p", master.port) as p, Node("s", master.port) as s, Node("dice", master.port) as thrower:
        p.register_publish("BARO")
        s.subscribe("BARO")
        for _ in range(2000):
            if dice.random() < 0.5:
                text = dice.randbytes(dice.randrange(80))
            else:
                text = b" ".join(dice.choices(words, k=dice.randrange(6)))
            frames = thrower.request_frames(text)
            assert len(frames) == 1, (text, frames)
        deliver("BARO", p, s)


@scenario()
def requests_without_waiting_for_replies(master):
    context = zmq.Context()
    eager = context.socket(zmq.DEALER)
    eager.setsockopt(zmq.SNDHWM, 0)
    eager.setsockopt(zmq.RCVHWM, 0)
    eager.connect(f"tcp://127.0.0.1:{master.port}")
    for number in range(1000):
        eager.send_multipart([b"", b"nonsense" if number % 2 else b"LIST_ALL_TOPICS eager null"])
    for number in range(1000):
        assert eager.poll(20_000), f"reply {number} is missing"
        frames = eager.recv_multipart()
        assert frames[0] == b"" and frames[1].startswith(b"ERROR ") == (number % 2 == 1), (number, frames)
    context.destroy(linger=0)
