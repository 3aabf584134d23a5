"""Writes MCAP files for tests, by the specification and without zrs: one chunkless data section, no summary."""

import struct

MAGIC = b"\x89MCAP0\r\n"


def _text(value):
    data = value.encode()
    return struct.pack("<I", len(data)) + data


def _record(opcode, body):
    return struct.pack("<BQ", opcode, len(body)) + body


def _map(values):
    pairs = b"".join(_text(key) + _text(value) for key, value in values.items())
    return struct.pack("<I", len(pairs)) + pairs


def write(path, messages, latched=(), encoding="json"):
    """Writes messages, each (topic, nanoseconds since 1970, bytes), in their order; topics in `latched` are latched."""
    channels = {}
    with open(path, "wb") as file:
        file.write(MAGIC + _record(0x01, _text("") + _text("test")))
        for number, (topic, time, payload) in enumerate(messages):
            if topic not in channels:
                channels[topic] = len(channels) + 1
                metadata = {"latching": "true"} if topic in latched else {}
                body = struct.pack("<HH", channels[topic], 0) + _text(topic) + _text(encoding) + _map(metadata)
                file.write(_record(0x04, body))
            file.write(_record(0x05, struct.pack("<HIQQ", channels[topic], number, time, time) + payload))
        file.write(_record(0x0F, struct.pack("<I", 0)) + _record(0x02, struct.pack("<QQI", 0, 0, 0)) + MAGIC)
    return str(path)
