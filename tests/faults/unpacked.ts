/** No value that a test looks for is longer. */
const longest = 65_536;
const room = Buffer.alloc(longest);

/**
 * What a Snappy block that begins at `at` holds, as far as it goes: the end may be written over. Firefox compresses the
 * values of its IndexedDB so, Chromium the blocks of its LevelDB.
 *
 * @returns a view that the next call writes over; empty where no block begins
 */
export function unsnapped(bytes: Buffer, at: number): Buffer {
  let next = at;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const part = bytes[next++] ?? 0;
    length |= (part & 0x7f) << shift;
    if (part < 0x80) break;
    if (shift === 14) return room.subarray(0, 0);
  }
  if (length > longest) return room.subarray(0, 0);
  let made = 0;
  while (made < length && next < bytes.length) {
    const tag = bytes[next++] ?? 0;
    const kind = tag & 3;
    if (kind === 0) {
      let size = (tag >> 2) + 1;
      if (size > 60) {
        const more = size - 60;
        if (next + more > bytes.length) break;
        size = bytes.readUIntLE(next, more) + 1;
        next += more;
      }
      const end = Math.min(next + size, bytes.length, next + length - made);
      made += bytes.copy(room, made, next, end);
      next += size;
      continue;
    }
    const width = kind === 3 ? 4 : kind;
    if (next + width > bytes.length) break;
    const far = bytes.readUIntLE(next, width);
    next += width;
    const back = kind === 1 ? ((tag >> 5) << 8) | far : far;
    if (back === 0 || back > made) break;
    made = repeat(
      room,
      made,
      back,
      Math.min(kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1, length - made),
    );
  }
  return room.subarray(0, made);
}

const lz4Mark = Buffer.from('mozLz40\0', 'latin1');

/** What stands in a file that Firefox has compressed, as the windows and forms of a session; null for any other. */
export function lz4Of(bytes: Buffer): Buffer | null {
  if (bytes.length < 12 || !bytes.subarray(0, lz4Mark.length).equals(lz4Mark)) return null;
  const out = Buffer.alloc(bytes.readUInt32LE(lz4Mark.length));
  let next = lz4Mark.length + 4;
  let made = 0;
  const lengthFrom = (first: number) => {
    let length = first;
    if (first === 15) {
      let more: number;
      do {
        more = bytes[next++] ?? 0;
        length += more;
      } while (more === 255);
    }
    return length;
  };
  while (next < bytes.length) {
    const tag = bytes[next++] ?? 0;
    const plain = lengthFrom(tag >> 4);
    made += bytes.copy(out, made, next, next + plain);
    next += plain;
    if (next + 2 > bytes.length) break;
    const back = bytes.readUInt16LE(next);
    next += 2;
    made = repeat(out, made, back, lengthFrom(tag & 15) + 4);
  }
  return out.subarray(0, made);
}

/** Writes again what stands `back` bytes before; it may reach into what it writes. */
function repeat(out: Buffer, from: number, back: number, size: number): number {
  for (let at = from; at < from + size; at += 1) out[at] = out[at - back] ?? 0;
  return from + size;
}
