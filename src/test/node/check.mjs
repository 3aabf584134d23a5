// Reads an MCAP file with the format's own library, by its index and as a stream, with all checksums on.
//
//   node check.mjs FILE            one JSON object: counts, times, channels, metadata, attachments, digest of all messages
//   node check.mjs --messages FILE one JSON object a message, in the order of log times
//
// Exit 1, and a line on stderr, for anything that is not as the specification has it. The digest is SHA-256 over a line for each
// message in that order: topic, encoding, sequence, log time, publish time, data in hexadecimal, with tabs between.

import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { McapIndexedReader, McapStreamReader } from "@mcap/core";
import { FileHandleReadable } from "@mcap/nodejs";
import { loadDecompressHandlers } from "@mcap/support";
import { Crc } from "./crc.mjs";

const PIECE = 1 << 20;

class Violation extends Error {}

function demand(condition, what) {
  if (!condition) {
    throw new Violation(what);
  }
}

/** One line for a message, the same here and in the tests in Java. */
function line(channel, message) {
  const data = Buffer.from(message.data.buffer, message.data.byteOffset, message.data.byteLength);
  return [
    channel.topic,
    channel.messageEncoding,
    message.sequence,
    message.logTime,
    message.publishTime,
    data.toString("hex"),
  ].join("\t");
}

/** A number of a message's line that can be added up in any order. */
function mark(text) {
  return createHash("md5").update(text).digest().readBigUInt64LE();
}

function checkIndexed(chunk) {
  demand(
    !chunk || chunk.messages === chunk.indexed,
    `a chunk has ${chunk?.messages} messages, and its message indexes ${chunk?.indexed}`,
  );
}

async function* pieces(file, size) {
  for (let at = 0; at < size; at += PIECE) {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(Math.min(PIECE, size - at)), position: at });
    demand(bytesRead === buffer.length, "it became shorter while it was read");
    yield buffer;
  }
}

/** What a reader finds that goes through the file from its start. */
async function stream(file, size, decompressHandlers) {
  const reader = new McapStreamReader({ decompressHandlers, validateCrcs: true, includeChunks: true });
  const channels = new Map();
  const schemas = new Map();
  const found = { messages: 0, marks: 0n, metadata: [], attachments: 0 };
  let inChunk;
  for await (const piece of pieces(file, size)) {
    reader.append(piece);
    for (let record = reader.nextRecord(); record; record = reader.nextRecord()) {
      switch (record.type) {
        case "Schema":
          demand(record.id !== 0, "a schema has the number 0");
          schemas.set(record.id, record);
          break;
        case "Channel":
          demand(record.schemaId === 0 || schemas.has(record.schemaId), `channel ${record.id} comes before its schema`);
          channels.set(record.id, record);
          break;
        case "Chunk":
          checkIndexed(inChunk);
          inChunk = { start: record.messageStartTime, end: record.messageEndTime, messages: 0, indexed: 0 };
          break;
        case "Message": {
          demand(channels.has(record.channelId), `a message comes before its channel ${record.channelId}`);
          if (inChunk) {
            demand(
              record.logTime >= inChunk.start && record.logTime <= inChunk.end,
              `a message of ${record.logTime} is in a chunk of ${inChunk.start} to ${inChunk.end}`,
            );
            inChunk.messages++;
          }
          found.messages++;
          found.marks = BigInt.asUintN(64, found.marks + mark(line(channels.get(record.channelId), record)));
          break;
        }
        case "MessageIndex":
          demand(inChunk, "a message index stands before any chunk");
          inChunk.indexed += record.records.length;
          break;
        case "Metadata":
          found.metadata.push({ name: record.name, values: Object.fromEntries(record.metadata) });
          break;
        case "Attachment":
          found.attachments++;
          break;
        case "DataEnd":
          checkIndexed(inChunk);
          inChunk = undefined;
          break;
        default:
          break;
      }
    }
  }
  demand(reader.done(), "it does not end as it should");
  return found;
}

/** The checksum of the data section, which the library does not look at. */
async function checkDataCrc(file, reader) {
  const end = Number(reader.dataEndOffset);
  const head = Buffer.alloc(13);
  await file.read(head, 0, head.length, end);
  demand(head[0] === 0x0f, `there is no DataEnd at byte ${end}`);
  const said = head.readUInt32LE(9);
  if (said === 0) {
    return;
  }
  const crc = new Crc();
  for await (const piece of pieces(file, end)) {
    crc.update(piece);
  }
  demand(crc.value() === said, `the checksum of its data is ${crc.value()}, and it says ${said}`);
}

async function indexed(file, decompressHandlers, print) {
  const reader = await McapIndexedReader.Initialize({ readable: new FileHandleReadable(file), decompressHandlers });
  const digest = createHash("sha256");
  const found = { reader, messages: 0, marks: 0n, counts: new Map(), attachments: [], digest: "" };
  let last = -1n;
  for await (const message of reader.readMessages({ validateCrcs: true })) {
    const channel = reader.channelsById.get(message.channelId);
    const text = line(channel, message);
    demand(message.logTime >= last, `a message of ${message.logTime} comes behind one of ${last}`);
    last = message.logTime;
    found.messages++;
    found.marks = BigInt.asUintN(64, found.marks + mark(text));
    found.counts.set(channel.id, (found.counts.get(channel.id) ?? 0) + 1);
    digest.update(text).update("\n");
    if (print) {
      const [topic, encoding, sequence, logTime, publishTime, hex] = text.split("\t");
      console.log(JSON.stringify({ topic, encoding, sequence: Number(sequence), logTime, publishTime, hex }));
    }
  }
  for await (const attachment of reader.readAttachments({ validateCrcs: true })) {
    found.attachments.push({
      name: attachment.name,
      mediaType: attachment.mediaType,
      logTime: String(attachment.logTime),
      createTime: String(attachment.createTime),
      hex: Buffer.from(attachment.data).toString("hex"),
    });
  }
  found.digest = digest.digest("hex");
  return found;
}

/** What Foxglove wants of a schema before it shows a channel: see its parseJsonSchema. */
function checkSchema(schema, where) {
  demand(schema?.type === "object", `${where} is not of an object`);
  demand(schema.properties && typeof schema.properties === "object", `${where} has no properties`);
  for (const [name, field] of Object.entries(schema.properties)) {
    checkField(field, `${where}.${name}`);
  }
}

function checkField(field, where) {
  switch (field.type) {
    case "boolean":
    case "string":
    case "number":
    case "integer":
      break;
    case "object":
      checkSchema(field, where);
      break;
    case "array":
      demand(field.items?.type && field.items.type !== "array", `${where} has no items of a simple type`);
      checkField(field.items, `${where}[]`);
      break;
    default:
      demand(false, `${where} is of type ${field.type}`);
  }
}

function checkSchemas({ channelsById, schemasById }) {
  for (const channel of channelsById.values()) {
    if (channel.messageEncoding === "json") {
      const schema = schemasById.get(channel.schemaId);
      demand(schema?.encoding === "jsonschema", `${channel.topic} has no JSON schema`);
      checkSchema(JSON.parse(Buffer.from(schema.data).toString()), `the schema of ${channel.topic}`);
    }
  }
}

function compare(streamed, byIndex) {
  const statistics = byIndex.reader.statistics;
  demand(streamed.messages === byIndex.messages, `${streamed.messages} messages, by its index ${byIndex.messages}`);
  demand(streamed.marks === byIndex.marks, "the messages are not the same by its index");
  demand(statistics, "it has no statistics");
  demand(Number(statistics.messageCount) === byIndex.messages, `statistics say ${statistics.messageCount} messages`);
  for (const [id, count] of statistics.channelMessageCounts) {
    demand(Number(count) === (byIndex.counts.get(id) ?? 0), `statistics say ${count} messages of channel ${id}`);
  }
  demand(statistics.chunkCount === byIndex.reader.chunkIndexes.length, "statistics have another number of chunks");
  demand(statistics.channelCount === byIndex.reader.channelsById.size, "statistics have another number of channels");
  demand(statistics.schemaCount === byIndex.reader.schemasById.size, "statistics have another number of schemas");
  demand(statistics.metadataCount === streamed.metadata.length, "statistics have another number of metadata");
  demand(statistics.attachmentCount === streamed.attachments, "statistics have another number of attachments");
  demand(byIndex.attachments.length === streamed.attachments, "the index has another number of attachments");
}

function describe(streamed, byIndex) {
  const { reader } = byIndex;
  return {
    profile: reader.header.profile,
    library: reader.header.library,
    messages: byIndex.messages,
    start: String(reader.statistics.messageStartTime),
    end: String(reader.statistics.messageEndTime),
    chunks: reader.chunkIndexes.length,
    compressions: [...new Set(reader.chunkIndexes.map((chunk) => chunk.compression))].sort(),
    channels: [...reader.channelsById.values()].map((channel) => ({
      topic: channel.topic,
      encoding: channel.messageEncoding,
      schemaEncoding: reader.schemasById.get(channel.schemaId)?.encoding ?? null,
      schema: Buffer.from(reader.schemasById.get(channel.schemaId)?.data ?? []).toString(),
      metadata: Object.fromEntries(channel.metadata),
      messages: byIndex.counts.get(channel.id) ?? 0,
    })),
    metadata: streamed.metadata,
    attachments: byIndex.attachments,
    digest: byIndex.digest,
  };
}

async function check(path, print) {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const handlers = await loadDecompressHandlers();
    const streamed = await stream(file, size, handlers);
    const byIndex = await indexed(file, handlers, print);
    await checkDataCrc(file, byIndex.reader);
    checkSchemas(byIndex.reader);
    compare(streamed, byIndex);
    if (!print) {
      console.log(JSON.stringify(describe(streamed, byIndex)));
    }
  } finally {
    await file.close();
  }
}

const print = process.argv[2] === "--messages";
const path = process.argv[print ? 3 : 2];
if (!path) {
  console.error("usage: node check.mjs [--messages] FILE");
  process.exit(2);
}
try {
  await check(path, print);
} catch (error) {
  console.error(`${path}: ${error instanceof Violation ? error.message : error.stack}`);
  process.exit(1);
}
