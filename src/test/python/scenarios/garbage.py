"""What is no ZMTP 3 is closed, and costs nobody else anything."""

import random

import zmtp_raw
from harness import wait_until
from scenario import scenario
from zmtp_raw import Peer, command, frame
from zrs_p1 import Node, deliver

SIGNATURE = b"\xff" + bytes(8) + b"\x7f"
TLS_CLIENT_HELLO = (
    b"\x16\x03\x01\x00\x45\x01\x00\x00\x41\x03\x03" + bytes(range(32)) + b"\x00\x00\x04\x13\x01\x13\x02\x01\x00\x00\x14"
    b"\x00\x2b\x00\x03\x02\x03\x04\x00\x0d\x00\x04\x00\x02\x04\x03\x00\x0a\x00\x02\x00\x1d"
)
STRANGERS = {
    "ZMTP 1.0, no name": b"\x01\x00",
    "ZMTP 1.0, a name": b"\x05\x00node",
    "ZMTP 1.0 and a subscription": b"\x01\x00\x06\x00\x01BARO",
    "ZMTP 2.0": SIGNATURE + b"\x01\x02\x00\x00",
    "ZMTP 2.0 and a subscription": SIGNATURE + b"\x01\x02\x00\x00\x00\x05\x01BARO",
    "ZMTP 0": SIGNATURE + b"\x00\x00",
    "HTTP": b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n\r\n",
    "HTTP 2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "TLS": TLS_CLIENT_HELLO,
    "SSH": b"SSH-2.0-OpenSSH_9.2\r\n",
    "text": b"REQUEST_PUB node topic\n",
    "zeroes": bytes(100),
    "false signature": b"\xff" + bytes(8) + b"\x7e" + bytes(54),
    "unknown mechanism": zmtp_raw.greeting(mechanism=b"MAGIC"),
    "no mechanism": zmtp_raw.greeting(mechanism=b""),
    "PLAIN": zmtp_raw.greeting(mechanism=b"PLAIN") + command(b"HELLO", b"\x05admin\x05admin"),
    "a message in place of READY": zmtp_raw.greeting() + frame(b"BARO early"),
    "another command in place of READY": zmtp_raw.greeting() + command(b"SUBSCRIBE", b"BARO"),
    "READY without a socket type": zmtp_raw.greeting() + command(b"READY"),
    "READY that ends early": zmtp_raw.greeting() + command(b"READY", b"\x0bSocket-Type\x00\x00\x00\x09PUB"),
    "READY of a false length": zmtp_raw.greeting() + command(b"READY", b"\x0bSocket-Type\xff\xff\xff\xffPUB"),
    "READY of a name too long": zmtp_raw.greeting() + command(b"READY", b"\xffSocket-Type"),
    "a command without a name": zmtp_raw.greeting() + frame(b"", 4),
    "a command name too long": zmtp_raw.greeting() + frame(b"\xffREADY", 4),
    "ERROR": zmtp_raw.greeting() + command(b"ERROR", b"\x04oops"),
}


@scenario()
def strangers_are_closed(master):
    with Node("p", master.port) as p, Node("s", master.port) as s:
        ports = (master.port, p.register_publish("BARO"), s.subscribe("BARO"))
        for name, data in STRANGERS.items():
            for port in ports:
                with Peer(port) as peer:
                    peer.send(data)
                    try:
                        peer.wait_for_close()
                    except AssertionError as late:
                        raise AssertionError(f"{name} on {ports.index(port)}: {late}") from late
        deliver("BARO", p, s)
        assert p.topics() == ["BARO"]


@scenario()
def random_bytes_are_closed(master):
    dice = random.Random(20260102)
    with Node("p", master.port) as p, Node("s", master.port) as s:
        ports = (master.port, p.register_publish("BARO"), s.subscribe("BARO"))
        for round_number in range(300):
            data = dice.randbytes(dice.randrange(80, 2000))
            if round_number % 3 == 1:
                data = SIGNATURE + data
            elif round_number % 3 == 2:
                data = zmtp_raw.greeting() + b"\x04" + data
            with Peer(ports[round_number % len(ports)]) as peer:
                peer.send(data)
                peer.socket.shutdown(1)
                peer.wait_for_close()
        deliver("BARO", p, s)


@scenario()
def the_mute_are_closed_after_the_handshake_time(master):
    with Node("p", master.port) as p, Node("s", master.port) as s:
        ports = (master.port, p.register_publish("BARO"), s.subscribe("BARO"))
        starts = (b"", b"\xff", SIGNATURE, zmtp_raw.greeting()[:63], zmtp_raw.greeting(), zmtp_raw.greeting() + b"\x04")
        peers = [Peer(port) for port in ports for _ in starts]
        for number, peer in enumerate(peers):
            peer.send(starts[number % len(starts)])
        for peer in peers:
            peer.wait_for_close()
            peer.close()
        deliver("BARO", p, s)


@scenario()
def what_was_closed_is_told(master):
    with Peer(master.port) as peer:
        peer.send(STRANGERS["HTTP"])
        peer.wait_for_close()
    refused = wait_until(lambda: master.events("refused"), "the event that tells of it")
    assert refused[0]["reason"] and refused[0]["count"] >= 1, refused
