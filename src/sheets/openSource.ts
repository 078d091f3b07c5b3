import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { mostText } from './limits'
import {
  damaged,
  locked,
  nothingIn,
  oldWorkbook,
  otherKind,
  tooLarge,
  unknownEncoding,
  webPage,
  wordOrPdf,
} from './said'
import type { Source } from './source'
import { csvSource } from './text/csv'
import { decoded, encodingIn } from './text/decode'
import { jsonSource } from './text/json'
import { UnreadableSheet } from './types'
import { xlsxSource } from './xlsx/xlsxSource'

/**
 * What kind of file it is, by what it contains and never by its name.
 * @throws UnreadableSheet
 */
export async function openSource(bytes: Uint8Array): Promise<Source> {
  if (bytes.length === 0) throw nothingIn()
  const begin = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  const magic = begin.toString('hex', 0, 4)
  if (magic.startsWith('1f8b')) return openUnpacked(await unpacked(bytes))
  return openUnpacked(bytes)
}

async function openUnpacked(bytes: Uint8Array): Promise<Source> {
  const begin = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  const magic = begin.toString('hex', 0, 4)
  if (magic === 'd0cf11e0') throw compound(bytes)
  if (magic === '504b0304') return xlsxSource(bytes)
  if (magic.startsWith('1f8b')) throw otherKind()
  if (begin.includes('%PDF-')) throw wordOrPdf()
  if (begin.toString('latin1').startsWith('{\\rtf')) throw wordOrPdf()
  return openText(bytes)
}

/** How much of a text says of what kind it is, in characters. */
const telling = 2000

function openText(bytes: Uint8Array): Source {
  const encoding = encodingOrKind(bytes)
  let begin = ''
  for (const piece of decoded(bytes, encoding)) {
    begin = (begin + piece).trimStart()
    if (begin.length > telling) break
  }
  if (begin === '') throw nothingIn()
  if (/^<(\?xml|!doctype|html|table|head|meta)/i.test(begin)) throw webPage()
  if (begin.startsWith('{')) return jsonSource(bytes, encoding, false)
  if (/^\[\s*[[\]{"\d-]/.test(begin)) return jsonSource(bytes, encoding, true)
  return csvSource(bytes, encoding)
}

function encodingOrKind(bytes: Uint8Array): string {
  try {
    return encodingIn(bytes)
  } catch (error) {
    // Of what is no text at all no encoding is told.
    if (bytes.subarray(0, 4096).includes(0)) throw otherKind()
    throw error instanceof UnreadableSheet ? error : unknownEncoding()
  }
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: mostText })
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : damaged()
  }
}

/** Excel, WPS and Word before 2007, and whatever has been locked by a password. */
function compound(bytes: Uint8Array): UnreadableSheet {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const holds = (name: string) => names.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return locked()
  if (holds('WordDocument')) return wordOrPdf()
  return holds('PowerPoint Document') ? otherKind() : oldWorkbook()
}
