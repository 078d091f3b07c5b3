/**
 * What a compound file (MS-CFB: Word, Excel and PowerPoint before 2007, WPS, but also installers and mails) holds,
 * by the names in its directory. Names are looked for where entries can lie, at every 128th byte, so that a file
 * whose tables are damaged is judged as well.
 */
export type Compound = { names: ReadonlySet<string>; isInstaller: boolean }

const entrySize = 128
/** MS-CFB 2.6.1: 32 characters of UTF-16, the name's length in bytes with its end, and the entry's type. */
const lengthAt = 64
const typeAt = 66
const classAt = 80
const types = new Set([1, 2, 5])

/** The class of Windows installer packages, as it lies in the root entry: {000C1084-0000-0000-C000-000000000046}. */
const installer = '84100c0000000000c000000000000046'

export function readCompound(bytes: Buffer): Compound {
  const names = new Set<string>()
  let isInstaller = false
  for (let at = 512; at + entrySize <= bytes.length; at += entrySize) {
    const name = nameAt(bytes, at)
    if (!name) continue
    names.add(name)
    const isRoot = bytes[at + typeAt] === 5
    if (isRoot && bytes.toString('hex', at + classAt, at + classAt + 16) === installer) {
      isInstaller = true
    }
  }
  return { names, isInstaller }
}

function nameAt(bytes: Buffer, at: number): string | null {
  const length = bytes.readUInt16LE(at + lengthAt)
  const type = bytes[at + typeAt] ?? 0
  if (!types.has(type) || length < 4 || length > 64 || length % 2 === 1) return null
  if (bytes.readUInt16LE(at + length - 2) !== 0) return null
  const name = bytes.toString('utf16le', at, at + length - 2)
  return name.includes('\0') ? null : name
}
