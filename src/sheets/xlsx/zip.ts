import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { damaged, locked, tooLarge } from '../said'

/** One file within the archive. */
export type Part = { method: number; crc: number; size: number; packed: Uint8Array }

export type Parts = ReadonlyMap<string, Part>

const signs = { end: 0x06054b50, end64: 0x07064b50, entry: 0x02014b50, local: 0x04034b50 }
const endLength = 22
const longestComment = 0xffff

/** As names of parts are compared: whatever case, whatever slash. */
export const partName = (name: string): string =>
  name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/**
 * What an archive says is in it (APPNOTE 4.3), by its directory at the end; nothing is unpacked.
 * @throws UnreadableSheet
 */
export function partsOf(bytes: Uint8Array): Parts {
  try {
    return directory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  } catch (error) {
    // Where a length or a place leads beyond the file.
    throw error instanceof RangeError ? damaged() : error
  }
}

function directory(file: Buffer): Parts {
  const parts = new Map<string, Part>()
  let { at, count } = begin(file)
  for (; count > 0; count -= 1) {
    if (file.readUInt32LE(at) !== signs.entry) throw damaged()
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((by) =>
      file.readUInt16LE(at + by),
    ) as [number, number, number]
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const extra = file.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const isLocked = (file.readUInt16LE(at + 8) & 1) === 1
    if (isLocked) throw locked()
    const [size, length, place] = longNumbers(
      [24, 20, 42].map((by) => file.readUInt32LE(at + by)),
      extra,
    ) as [number, number, number]
    parts.set(partName(name), {
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      size,
      packed: contentAt(file, place, length),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return parts
}

function begin(file: Buffer): { at: number; count: number } {
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(signs.end)
  const at = file.lastIndexOf(mark)
  if (at < 0 || at < file.length - endLength - longestComment) throw damaged()
  const short = { at: file.readUInt32LE(at + 16), count: file.readUInt16LE(at + 10) }
  const isLong = short.at === 0xffffffff || short.count === 0xffff
  if (!isLong || at < 20 || file.readUInt32LE(at - 20) !== signs.end64) return short
  const end64 = Number(file.readBigUInt64LE(at - 20 + 8))
  return {
    at: Number(file.readBigUInt64LE(end64 + 48)),
    count: Number(file.readBigUInt64LE(end64 + 32)),
  }
}

/** Those that do not fit stand in the extra field of Zip64, in this order. */
function longNumbers(numbers: number[], extra: Buffer): number[] {
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) {
    at += 4 + extra.readUInt16LE(at + 2)
  }
  at += 4
  return numbers.map((short) => {
    if (short !== 0xffffffff) return short
    at += 8
    return Number(extra.readBigUInt64LE(at - 8))
  })
}

function contentAt(file: Buffer, at: number, length: number): Uint8Array {
  if (file.readUInt32LE(at) !== signs.local) throw damaged()
  const begin = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  if (begin + length > file.length) throw damaged()
  return file.subarray(begin, begin + length)
}

/**
 * A part piece by piece.
 * @param most bytes that it may be unpacked to: asked before anything is unpacked
 * @throws UnreadableSheet, also where it is not what the directory says of it
 */
export async function* unpacked(
  { method, crc, size, packed }: Part,
  most: number,
): AsyncGenerator<Uint8Array> {
  if (size > most) throw tooLarge()
  let [length, sum] = [0, 0]
  try {
    for await (const piece of method === 8 ? inflated(packed) : [packed]) {
      length += piece.length
      sum = crc32(piece, sum)
      if (length > size) throw damaged()
      yield piece
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? damaged() : error
  }
  if (length !== size || sum !== crc || ![0, 8].includes(method)) throw damaged()
}

const inflated = (packed: Uint8Array): AsyncIterable<Uint8Array> =>
  Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 2 ** 17 }))
