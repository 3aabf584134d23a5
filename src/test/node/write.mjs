// Writes an MCAP file with the format's own library, and prints what is in it as check.mjs prints messages, in the order of writing.
//
//   node write.mjs FILE '{"chunks":true,"compression":"lz4","linked":true,"summary":true,"index":true,"messages":1000}'
//
// LZ4 frames are made by the program lz4, as that library can only read them; with "linked" its blocks refer to those before.

import { spawnSync } from "node:child_process";
import { open } from "node:fs/promises";
import { McapWriter } from "@mcap/core";
import { FileHandleWritable } from "@mcap/nodejs";
import * as zstd from "@foxglove/wasm-zstd";

const [path, json] = process.argv.slice(2);
const options = { chunks: true, compression: "", linked: false, summary: true, index: true, messages: 500, ...JSON.parse(json) };

function lz4(data) {
  const mode = options.linked ? ["-B4", "-BD"] : ["-B4", "-BI", "--content-size"];
  const done = spawnSync("lz4", ["-z", "-c", "-q", ...mode, "-"], { input: data, maxBuffer: 1 << 30 });
  if (done.status !== 0) {
    throw new Error(`lz4: ${done.error ?? done.stderr}`);
  }
  return done.stdout;
}

const compressors = {
  lz4: (data) => ({ compression: "lz4", compressedData: lz4(data) }),
  zstd: (data) => ({ compression: "zstd", compressedData: zstd.compress(data, 3) }),
};

// Numbers by chance, the same each time.
let state = 12345;
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

await zstd.isLoaded;
const file = await open(path, "w");
const writer = new McapWriter({
  writable: new FileHandleWritable(file),
  useChunks: options.chunks,
  chunkSize: 200_000,
  compressChunk: compressors[options.compression],
  useStatistics: options.summary,
  useSummaryOffsets: options.summary,
  repeatSchemas: options.summary,
  repeatChannels: options.summary,
  useAttachmentIndex: options.summary,
  useMetadataIndex: options.summary,
  useMessageIndex: options.index,
  useChunkIndex: options.summary,
});
await writer.start({ profile: "", library: "proof" });
const schemaId = await writer.registerSchema({
  name: "thing",
  encoding: "jsonschema",
  data: Buffer.from('{"type":"object","properties":{}}'),
});
const channels = [];
for (let i = 0; i < 5; i++) {
  const channel = {
    topic: `/topic${i}`,
    messageEncoding: i < 3 ? "json" : "x-bytes",
    schemaId: i < 3 ? schemaId : 0,
    metadata: new Map(i % 2 ? [["latching", "true"]] : []),
  };
  channels.push({ ...channel, id: await writer.registerChannel(channel) });
}
for (let i = 0; i < options.messages; i++) {
  const channel = channels[random(channels.length)];
  const logTime = 1_700_000_000_000_000_000n + BigInt(i) * 1_000_000n - BigInt(random(20_000_000));
  const data = Buffer.from(JSON.stringify({ i, text: "abcdefgh".repeat(random(200)), noise: random(1e9) }));
  await writer.addMessage({ channelId: channel.id, sequence: i, logTime, publishTime: logTime - 5n, data });
  console.log(
    [channel.topic, channel.messageEncoding, i, logTime, logTime - 5n, data.toString("hex")].join("\t"),
  );
  if (i % 100 === 7) {
    await writer.addMetadata({ name: `m${i}`, metadata: new Map([["key", `value ${i}`]]) });
    await writer.addAttachment({
      name: `a${i}`,
      logTime,
      createTime: 0n,
      mediaType: "text/plain",
      data: Buffer.from(`attached ${i}`),
    });
  }
}
await writer.end();
await file.close();
