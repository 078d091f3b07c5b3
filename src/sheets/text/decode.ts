import { unknownEncoding } from '../said'
import { encodingOf } from './encodingOf'

/** How much is turned into text at once, in bytes. */
const slice = 2 ** 16

/** A text piece by piece. */
export function* decoded(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let at = 0; at < bytes.length; at += slice) {
    const piece = decoder.decode(bytes.subarray(at, at + slice), { stream: true })
    // Node's decoder of UTF-16 leaves the mark where it decodes piece by piece.
    yield at === 0 ? piece.replace(/^\ufeff/, '') : piece
  }
  yield decoder.decode()
}

/**
 * How an office program saved a text: UTF-8 or UTF-16 with a byte order mark or without, or GB 18030, the way of older
 * programs.
 * @throws UnreadableSheet for what none of them can read
 */
export function encodingIn(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  if (isReadable(bytes, encoding)) return encoding
  // A text that was cut off or damaged is, as GB 18030, one of other characters.
  if (encoding === 'utf-8' && !isMostlyUtf8(bytes) && isReadable(bytes, 'gb18030')) return 'gb18030'
  throw unknownEncoding()
}

function isReadable(bytes: Uint8Array, encoding: string): boolean {
  let [controls, length] = [0, 0]
  try {
    for (const piece of decoded(bytes, encoding)) {
      controls += piece.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
      length += piece.length
    }
  } catch {
    return false
  }
  // A stray one is left out later; a picture or a program is full of them.
  return controls <= length / 100
}

/** By how many of the signs beyond ASCII are well-formed; of Chinese in another encoding next to none is. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8')
  let [well, bad] = [0, 0]
  for (let at = 0; at < bytes.length; at += slice) {
    const piece = decoder.decode(bytes.subarray(at, at + slice), { stream: true })
    bad += piece.match(/\ufffd/g)?.length ?? 0
    well += piece.match(/[\u0800-\ufffc]/g)?.length ?? 0
  }
  return well > bad
}
