// CRC-32 of zip (reflected 0xEDB88320), for Node before 22, whose zlib has none.

const TABLE = new Int32Array(256).map((_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return crc;
});

export class Crc {
  #crc = -1;

  update(bytes) {
    let crc = this.#crc;
    for (let i = 0; i < bytes.length; i++) {
      crc = TABLE[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
    }
    this.#crc = crc;
  }

  value() {
    return ~this.#crc >>> 0;
  }
}
