"""Reads MCAP files as the specification has them, record by record, and LZ4 as its format does: independent of zrs."""

import dataclasses
import struct
import zlib

MAGIC = b"\x89MCAP0\r\n"


@dataclasses.dataclass
class Schema:
    name: str
    encoding: str
    data: bytes


@dataclasses.dataclass
class Channel:
    schema: int
    topic: str
    encoding: str
    metadata: dict


@dataclasses.dataclass
class Message:
    topic: str
    channel: int
    sequence: int
    log_time: int
    data: bytes


@dataclasses.dataclass
class File:
    whole: bool
    schemas: dict
    channels: dict
    messages: list
    metadata: list


class Fields:
    """Goes through a record's content."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def number(self, form):
        (value,) = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return value

    def piece(self, length):
        piece = self.data[self.at : self.at + length]
        assert len(piece) == length, "cut off"
        self.at += length
        return piece

    def string(self):
        return self.piece(self.number("I")).decode()

    def strings(self):
        end = self.number("I") + self.at
        pairs = {}
        while self.at < end:
            key = self.string()
            pairs[key] = self.string()
        return pairs

    def rest(self):
        return self.data[self.at :]


def lz4_block(source):
    """One block, by its format's description."""
    out = bytearray()
    at = 0
    while at < len(source):
        token = source[at]
        at += 1
        length = token >> 4
        if length == 15:
            while source[at] == 255:
                length, at = length + 255, at + 1
            length, at = length + source[at], at + 1
        out += source[at : at + length]
        at += length
        if at >= len(source):
            break
        distance = source[at] | source[at + 1] << 8
        at += 2
        length = token & 15
        if length == 15:
            while source[at] == 255:
                length, at = length + 255, at + 1
            length, at = length + source[at], at + 1
        length += 4
        start = len(out) - distance
        while length > 0:
            piece = out[start : start + min(length, len(out) - start)]
            out += piece
            start += len(piece)
            length -= len(piece)
    return bytes(out)


def lz4_frame(source):
    """All blocks of one frame."""
    magic, flags = struct.unpack_from("<IB", source)
    assert magic == 0x184D2204 and flags & 0x20, "blocks that depend on each other"
    at = 7 + (8 if flags & 8 else 0) + (4 if flags & 1 else 0)
    out = b""
    while True:
        (size,) = struct.unpack_from("<I", source, at)
        at += 4
        if size == 0:
            return out
        block = source[at : at + (size & 0x7FFFFFFF)]
        at += len(block) + (4 if flags & 0x10 else 0)
        out += block if size >> 31 else lz4_block(block)


def records(data, start=0):
    """Every whole record: opcode and content."""
    at = start
    while at + 9 <= len(data):
        opcode, length = struct.unpack_from("<BQ", data, at)
        if at + 9 + length > len(data):
            return
        yield opcode, data[at + 9 : at + 9 + length]
        at += 9 + length


def read(path):
    """The messages in the order in which they are in the file; of one without an end, what is there."""
    with open(path, "rb") as opened:
        data = opened.read()
    assert data.startswith(MAGIC), path
    file = File(False, {}, {}, [], [])
    for opcode, content in records(data, len(MAGIC)):
        if opcode == 0x0F:
            file.whole = data.endswith(MAGIC)
            break
        take(file, opcode, content)
    return file


def take(file, opcode, content):
    fields = Fields(content)
    if opcode == 0x03:
        number = fields.number("H")
        file.schemas[number] = Schema(fields.string(), fields.string(), fields.piece(fields.number("I")))
    elif opcode == 0x04:
        number = fields.number("H")
        file.channels[number] = Channel(fields.number("H"), fields.string(), fields.string(), fields.strings())
    elif opcode == 0x05:
        channel, sequence, log_time = fields.number("H"), fields.number("I"), fields.number("Q")
        fields.number("Q")
        file.messages.append(Message(file.channels[channel].topic, channel, sequence, log_time, fields.rest()))
    elif opcode == 0x06:
        fields.piece(16)
        size, crc, compression = fields.number("Q"), fields.number("I"), fields.string()
        stored = fields.piece(fields.number("Q"))
        assert compression in ("", "lz4"), compression
        inside = lz4_frame(stored) if compression else stored
        assert len(inside) == size and zlib.crc32(inside) == crc, "damaged"
        for inner, record in records(inside):
            take(file, inner, record)
    elif opcode == 0x0C:
        file.metadata.append((fields.string(), fields.strings()))
