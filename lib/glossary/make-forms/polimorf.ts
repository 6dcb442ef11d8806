import { readFileSync } from 'node:fs';

/** One entry of the dictionary: a form, the word it belongs to and what it is there. */
export interface Entry {
  form: string;
  lemma: string;
  tags: string;
}

/**
 * Reads PoliMorf’s `polish.dict` (CFSA2, version 0xC6, as Debian’s libmorfologik-stemming2-java ships it).
 * @param file path of polish.dict
 * @param onEntry called for each of some five million entries, in the automaton’s order
 * @throws when the file is of another format
 */
export function readPolimorf(file: string, onEntry: (entry: Entry) => void): void {
  const bytes = readFileSync(file);
  if (bytes.readUInt32BE(0) !== 0x5c667361 || bytes[4] !== 0xc6)
    throw new Error(`${file} is not a CFSA2 dictionary.`);
  const hasNumbers = (bytes.readUInt16BE(5) & (1 << 8)) !== 0;
  const labels = bytes[7] ?? 0;
  const labelMap = bytes.subarray(8, 8 + labels);
  const arcs = bytes.subarray(8 + labels);
  const at = (offset: number) => arcs[offset] ?? 0;

  const skipNumber = (offset: number) => {
    let end = offset;
    while ((at(end) & 0x80) !== 0) end += 1;
    return end + 1;
  };
  const readNumber = (offset: number) => {
    let value = at(offset) & 0x7f;
    for (let i = offset, shift = 7; (at(i) & 0x80) !== 0; i += 1, shift += 7)
      value |= (at(i + 1) & 0x7f) << shift;
    return value;
  };
  const skipArc = (offset: number) => {
    const flags = at(offset);
    const end = offset + ((flags & 31) === 0 ? 2 : 1);
    return (flags & 0x80) !== 0 ? end : skipNumber(end);
  };
  const firstArc = (node: number) => (hasNumbers ? skipNumber(node) : node);
  const target = (arc: number) => {
    if ((at(arc) & 0x80) === 0) return readNumber(arc + ((at(arc) & 31) !== 0 ? 1 : 2));
    let last = arc;
    while ((at(last) & 0x40) === 0) last = skipArc(last);
    return skipArc(last);
  };

  const decoder = new TextDecoder();
  const buffer = new Uint8Array(4096);
  const separator = 59;
  // form ; letters cut from the front, from the end (counted from „A”), then what is put there ; tags
  const tell = (length: number) => {
    const first = buffer.indexOf(separator);
    let second = buffer.indexOf(separator, first + 1);
    if (second < 0 || second >= length) second = length;
    const core = buffer.subarray((buffer[first + 1] ?? 65) - 65, first - ((buffer[first + 2] ?? 65) - 65));
    onEntry({
      form: decoder.decode(buffer.subarray(0, first)),
      lemma: decoder.decode(Buffer.concat([core, buffer.subarray(first + 3, second)])),
      tags: decoder.decode(buffer.subarray(second + 1, length)),
    });
  };
  const walk = (node: number, length: number) => {
    for (let arc = firstArc(node); arc !== 0; arc = (at(arc) & 0x40) !== 0 ? 0 : skipArc(arc)) {
      const label = at(arc) & 31;
      buffer[length] = label !== 0 ? (labelMap[label] ?? 0) : at(arc + 1);
      if ((at(arc) & 0x20) !== 0) tell(length + 1);
      const next = target(arc);
      if (next !== 0) walk(next, length + 1);
    }
  };
  walk(target(firstArc(0)), 0);
}
