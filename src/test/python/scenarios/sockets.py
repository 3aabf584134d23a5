"""Every kind of ZeroMQ socket, where it belongs and where it does not."""

import zmq

import zmtp_raw
from scenario import scenario
from zmtp_raw import Peer, command, frame
from zrs_p1 import DEADLINE, Node, collect, deliver, settle

GATE = b"\0zrs/gate"


class Sockets:
    """Sockets that connect to the master and are closed together."""

    def __init__(self):
        self.context = zmq.Context()

    def connect(self, kind, port, *subscriptions):
        socket = self.context.socket(kind)
        for subscription in subscriptions:
            socket.setsockopt(zmq.SUBSCRIBE, subscription)
        socket.connect(f"tcp://127.0.0.1:{port}")
        return socket

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.context.destroy(linger=0)


def take(socket):
    assert socket.poll(DEADLINE * 1000), "nothing came"
    return socket.recv()


@scenario()
def xpub_sees_the_masters_subscription(master):
    with Node("n", master.port) as node, Sockets() as sockets:
        node.subscribe("BARO")
        xpub = sockets.connect(zmq.XPUB, node.register_publish("BARO"))
        assert take(xpub) == b"\x01BARO", "the publisher's gate"
        settle("BARO", node, node)
        xpub.send(b"BARO at once")
        assert node.receive("BARO") == "at once"


@scenario()
def sub_passes_the_gate(master):
    with Node("p", master.port) as node, Sockets() as sockets:
        xpub = sockets.connect(zmq.XPUB, node.register_publish("BARO"))
        assert take(xpub) == b"\x01BARO"
        port = node.grant("REQUEST_SUB", "BARO")
        for subscriptions in ((b"", GATE), (b"BARO", GATE)):
            sub = sockets.connect(zmq.SUB, port, *subscriptions)
            assert take(sub) == GATE + b" BARO", "the subscriber's gate"
            sub.setsockopt(zmq.UNSUBSCRIBE, GATE)
            xpub.send(b"BARO at once")
            assert take(sub) == b"BARO at once"


@scenario()
def the_gate_opens_for_one_alone(master):
    with Node("p", master.port) as p, Node("s", master.port) as s, Sockets() as sockets:
        p.register_publish("BARO")
        port = s.subscribe("BARO", prefix="")
        settle("BARO", p, s)
        sub = sockets.connect(zmq.SUB, port, GATE)
        assert take(sub) == GATE + b" BARO"
        p.publish("BARO", "done")
        assert collect("BARO", s, "done") == [], "a stranger's gate came through"


@scenario()
def xsub_subscribes_and_unsubscribes(master):
    with Node("p", master.port) as p, Node("s", master.port) as s, Sockets() as sockets:
        p.register_publish("BARO")
        port = s.subscribe("BARO")
        settle("BARO", p, s)
        xsub = sockets.connect(zmq.XSUB, port)
        for _ in range(3):
            xsub.send(b"\x01BARO")
            xsub.send(b"\x01" + GATE)
            assert take(xsub) == GATE + b" BARO"
            p.publish("BARO", "seen")
            assert take(xsub) == b"BARO seen"
            xsub.send(b"\x00BARO")
            xsub.send(b"\x00" + GATE)
            xsub.send(b"\x01" + GATE)
            assert take(xsub) == GATE + b" BARO"
            p.publish("BARO", "not seen")
            assert collect("BARO", s, "not seen") == ["seen"]
            xsub.send(b"\x00" + GATE)
        assert not xsub.poll(0), xsub.recv()


@scenario()
def prefixes_choose(master):
    with Node("p", master.port) as p, Node("s", master.port) as s, Sockets() as sockets:
        p.register_publish("BARO")
        port = s.subscribe("BARO")
        settle("BARO", p, s)
        chosen = sockets.connect(zmq.SUB, port, b"BARO 7", b"BARO 42", b"BARO " + b"x" * 10_000, GATE)
        assert take(chosen) == GATE + b" BARO"
        for number in range(100):
            p.publish("BARO", str(number))
        p.publish("BARO", "x" * 10_001)
        p.publish("BARO", "7 end")
        expected = [b"BARO %d" % number for number in (7, 42, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79)]
        assert [take(chosen) for _ in range(14)] == expected + [b"BARO " + b"x" * 10_001, b"BARO 7 end"]


@scenario()
def req_and_dealer_ask(master):
    with Sockets() as sockets:
        req = sockets.connect(zmq.REQ, master.port)
        dealer = sockets.connect(zmq.DEALER, master.port)
        dealer.send_multipart([b"", b"REQUEST_PUB dealer A"])
        assert dealer.poll(DEADLINE * 1000), "nothing came"
        empty, reply = dealer.recv_multipart()
        assert empty == b"" and reply.startswith(b"REQUEST GRANT "), reply
        for _ in range(3):
            req.send(b"LIST_ALL_TOPICS req null")
            assert take(req) == b"A"


@scenario()
def a_named_socket_may_come_twice(master):
    with Sockets() as sockets:
        both = [sockets.context.socket(zmq.DEALER) for _ in range(2)]
        for socket in both:
            socket.setsockopt(zmq.ROUTING_ID, b"same")
            socket.connect(f"tcp://127.0.0.1:{master.port}")
            socket.send_multipart([b"", b"LIST_ALL_TOPICS twin null"])
        for socket in both:
            assert socket.poll(DEADLINE * 1000), "nothing came"
            assert socket.recv_multipart() == [b"", b""]


@scenario()
def wrong_kinds_are_closed(master):
    with Node("p", master.port) as p, Node("s", master.port) as s:
        ingress = p.register_publish("BARO")
        egress = s.subscribe("BARO")
        settle("BARO", p, s)
        right = {master.port: (b"REQ", b"DEALER"), ingress: (b"PUB", b"XPUB"), egress: (b"SUB", b"XSUB")}
        kinds = b"REQ REP DEALER ROUTER PUB SUB XPUB XSUB PUSH PULL PAIR STREAM RADIO COFFEE pub".split() + [b"", b"\0"]
        for port, welcome in right.items():
            for kind in kinds:
                if kind not in welcome:
                    with Peer(port) as peer:
                        peer.send(zmtp_raw.greeting() + zmtp_raw.ready(kind) + frame(b"BARO stray"))
                        peer.wait_for_close()
        deliver("BARO", p, s)


@scenario()
def wrong_kinds_from_a_library_hurt_nobody(master):
    with Node("p", master.port) as p, Node("s", master.port) as s, Sockets() as sockets:
        ports = (master.port, p.register_publish("BARO"), s.subscribe("BARO"))
        settle("BARO", p, s)
        right = {(ports[0], zmq.REQ), (ports[0], zmq.DEALER), (ports[1], zmq.PUB), (ports[2], zmq.SUB)}
        for port in ports:
            for kind in (zmq.REQ, zmq.DEALER, zmq.ROUTER, zmq.PUB, zmq.SUB, zmq.PUSH, zmq.PULL, zmq.PAIR):
                if (port, kind) not in right:
                    sockets.connect(kind, port)
        for _ in range(20):
            deliver("BARO", p, s)
        assert p.topics() == ["BARO"]


@scenario()
def zmtp_3_0_and_3_1_by_hand(master):
    with Node("p", master.port) as p, Node("s", master.port) as s:
        ingress = p.register_publish("BARO")
        egress = s.subscribe("BARO")
        settle("BARO", p, s)
        for minor in (0, 1, 2, 255):
            with Peer(egress).handshake(b"SUB", minor) as sub, Peer(ingress).handshake(b"PUB", minor) as pub:
                if minor == 0:
                    assert pub.frame() == (0, b"\x01BARO"), "the subscription as a message"
                    sub.send(frame(b"\x01BARO") + frame(b"\x01" + GATE))
                else:
                    subscription = pub.frame()
                    assert subscription in ((4, b"\x09SUBSCRIBEBARO"), (0, b"\x01BARO")), subscription
                    sub.send(command(b"SUBSCRIBE", b"BARO") + command(b"SUBSCRIBE", GATE))
                assert sub.message() == GATE + b" BARO"
                pub.send(frame(b"BARO by hand"))
                assert sub.message() == b"BARO by hand"
                assert s.receive("BARO") == "by hand"
                if minor == 0:
                    sub.send(frame(b"\x00BARO") + frame(b"\x00" + GATE) + frame(b"\x01" + GATE))
                else:
                    sub.send(command(b"CANCEL", b"BARO") + command(b"CANCEL", GATE) + command(b"SUBSCRIBE", GATE))
                assert sub.message() == GATE + b" BARO"
                pub.send(frame(b"BARO unheard"))
                assert s.receive("BARO") == "unheard"
                sub.send(frame(b"\x01BARO\x20probe") + frame(b"\x00" + GATE) + frame(b"\x01" + GATE))
                assert sub.message() == GATE + b" BARO", "both encodings are read from every peer"


@scenario()
def requests_by_hand(master):
    with Peer(master.port).handshake(b"REQ") as req:
        for _ in range(3):
            req.send(frame(b"", 1) + frame(b"LIST_ALL_TOPICS hand null"))
            assert req.frame() == (1, b"")
            assert req.frame() == (0, b"")
