import { strFromU8, unzipSync } from 'fflate'
import { fileTypeFromBuffer } from 'file-type'
import { cleanText } from '@/cleanText'
import { Refused } from '@/workflow/Refused'

/** What a file is called at its end, and its media type. */
type FileKind = { ending: string; mime: string }

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const slides = 'application/vnd.openxmlformats-officedocument.presentationml'

/** Office Open XML (ISO/IEC 29500): the type of the main part says what it is. */
const opc: Record<string, string> = {
  [`${word}.document`]: 'docx',
  [`${word}.template`]: 'dotx',
  [`${sheet}.sheet`]: 'xlsx',
  [`${sheet}.template`]: 'xltx',
  [`${slides}.presentation`]: 'pptx',
  [`${slides}.slideshow`]: 'ppsx',
  [`${slides}.template`]: 'potx',
}

/** Office and WPS files before that: which part makes them one, how they end (the usual ending first). */
const compounds: readonly { parts: readonly string[]; mimes: Record<string, string> }[] = [
  {
    parts: ['WordDocument'],
    mimes: {
      doc: 'application/msword',
      dot: 'application/msword',
      wps: 'application/wps-office.wps',
      wpt: 'application/wps-office.wpt',
    },
  },
  {
    parts: ['PowerPoint Document'],
    mimes: {
      ppt: 'application/vnd.ms-powerpoint',
      pps: 'application/vnd.ms-powerpoint',
      pot: 'application/vnd.ms-powerpoint',
      dps: 'application/wps-office.dps',
      dpt: 'application/wps-office.dpt',
    },
  },
  {
    parts: ['Workbook', 'Book'],
    mimes: {
      xls: 'application/vnd.ms-excel',
      xlt: 'application/vnd.ms-excel',
      et: 'application/wps-office.et',
      ett: 'application/wps-office.ett',
    },
  },
]

/**
 * What a file is, by what it contains; its name decides only among kinds that are the same inside (.doc and .wps).
 * @throws Refused with a sentence, for what is not taken
 */
export async function fileKind(bytes: Buffer, name: string): Promise<FileKind> {
  if (bytes.length === 0) throw refused('文件是空的。', 'The file is empty.')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const ending = endingOf(name)
  if (found && images.includes(found.mime)) return { ending: found.ext, mime: found.mime }
  if (!found || found.ext === 'pdf') return pdf(bytes)
  if (found.ext === 'cfb') return compound(bytes, ending)
  if (bytes.readUInt32LE(0) === zip) return inZip(bytes)
  throw notTaken()
}

const images = ['image/jpeg', 'image/png', 'image/webp']
/** "PK\3\4", how zip files begin. */
const zip = 0x04034b50

/** ISO 32000: readers look for the header within the first 1,024 bytes; scanners and mailers put something before or after. */
function pdf(bytes: Buffer): FileKind {
  const start = bytes.subarray(0, 1024 + 5).indexOf('%PDF-')
  if (start < 0) throw notTaken()
  if (!bytes.includes('startxref') || !bytes.includes('%%EOF')) {
    throw refused(
      '这个 PDF 不完整，可能没有传完，请重新上传。',
      'This PDF is not whole: upload it again.',
    )
  }
  return { ending: 'pdf', mime: 'application/pdf' }
}

function compound(bytes: Buffer, ending: string): FileKind {
  const { names, isInstaller } = readCompound(bytes)
  if (isInstaller) throw notTaken()
  if (names.has('_VBA_PROJECT')) throw withMacros()
  if (names.has('EncryptedPackage')) throw locked()
  const fitting = compounds.filter(({ parts }) => parts.some((part) => names.has(part)))
  const named = compounds.find(({ mimes }) => ending in mimes)
  // Where no directory can be read nothing contradicts the name.
  const kind = names.size === 0 ? named : fitting.includes(named!) ? named : fitting[0]
  if (!kind) throw notTaken()
  const own = ending in kind.mimes ? ending : Object.keys(kind.mimes)[0]!
  return { ending: own, mime: kind.mimes[own]! }
}

function inZip(bytes: Buffer): FileKind {
  const { names, types } = partsOf(bytes)
  if (names.some((name) => /^ofd\.xml$/i.test(name))) {
    return { ending: 'ofd', mime: 'application/ofd' }
  }
  if (/macroEnabled/i.test(types) || names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) {
    throw withMacros()
  }
  for (const [, main = ''] of types.matchAll(/ContentType\s*=\s*["']([^"']+)\.main\+xml["']/g)) {
    const ending = opc[main]
    if (ending) return { ending, mime: main }
  }
  if (names.some((name) => /\.(exe|msi|bat|cmd|js|vbs|jar|apk|dll)$/i.test(name))) throw notTaken()
  throw refused(
    '不接受压缩包，请解压后逐个上传里面的文件。',
    'Archives are not taken: upload the files in it one by one.',
  )
}

const typesPart = '[Content_Types].xml'
const largestTypes = 1024 * 1024

function partsOf(bytes: Buffer): { names: string[]; types: string } {
  const names: string[] = []
  try {
    const { [typesPart]: types } = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        return name === typesPart && originalSize < largestTypes
      },
    })
    return { names, types: types ? strFromU8(types) : '' }
  } catch {
    throw refused('文件已损坏，无法打开。', 'The file is damaged and cannot be opened.')
  }
}

/** What stands after the last dot, where that can be an ending at all: 第1.2条办事指南 has none. */
const endingOf = (name: string): string =>
  /\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''

const notTaken = () =>
  refused(
    '只接受图片（JPEG、PNG、WebP）、PDF、OFD 和 WPS、Office 文档。',
    'Only images (JPEG, PNG, WebP), PDF, OFD, WPS and Office documents are taken.',
  )
const withMacros = () =>
  refused(
    '文件带有宏（程序），请另存为不含宏的格式后再上传。',
    'The file holds macros: save it in a format without them.',
  )
const locked = () =>
  refused(
    '文件设有打开密码，别人打不开，请取消密码后再上传。',
    'The file needs a password to open: remove it first.',
  )

export const refused = (zh: string, en: string) =>
  new Refused('invalid', { fields: ['file'], detail: { zh, en } })

/**
 * What a compound file (MS-CFB: Word, Excel and PowerPoint before 2007, WPS, but also installers and mails) holds,
 * by the names in its directory. Names are looked for where entries can lie, at every 128th byte, so that a file
 * whose tables are damaged is judged as well.
 */
type Compound = { names: ReadonlySet<string>; isInstaller: boolean }

const entrySize = 128
/** MS-CFB 2.6.1: 32 characters of UTF-16, the name's length in bytes with its end, and the entry's type. */
const lengthAt = 64
const typeAt = 66
const classAt = 80
const types = new Set([1, 2, 5])

/** The class of Windows installer packages, as it lies in the root entry: {000C1084-0000-0000-C000-000000000046}. */
const installer = '84100c0000000000c000000000000046'

function readCompound(bytes: Buffer): Compound {
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

/** What file systems and headers stumble over; everything else (〔〕《》—、+&) stays as people wrote it. */
const impossible = /[\\/:*?"<>|\p{Cc}\p{Cs}]/gu

/** In characters, without the ending. */
const longest = 150

/**
 * The name people gave a file, ending as what it is.
 * @param ending without the dot
 */
export function fileName(name: string, ending: string): string {
  const own = endingOf(name)
  const whole = cleanText(name).trim()
  const base = (own ? whole.slice(0, -own.length - 1) : whole)
    .replace(/^.*[\\/]/, '')
    .replace(impossible, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim()
  const kept = [...base].slice(0, longest).join('').trim()
  return `${kept || '附件'}.${ending}`
}
