/** Zip (.xlsx, .et, .docx) and compound files (.xls, .et, .doc). */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  ['504b0304', 'd0cf11e0'].includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'))

/** How a text is encoded as far as its bytes tell: UTF-16 by its mark or its zero bytes, else UTF-8. */
export const encodingOf = (bytes: Uint8Array): string => marked(bytes) ?? unmarked(bytes)

/** By the byte order mark; the decoder takes it away. */
function marked([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** Separators and line ends of UTF-16 have a zero byte, which text in another encoding never has. */
function unmarked(bytes: Uint8Array): string {
  const zeros = [0, 0]
  for (const [at, byte] of bytes.subarray(0, 4096).entries()) {
    if (byte === 0) zeros[at % 2]! += 1
  }
  const [even = 0, odd = 0] = zeros
  if (even + odd < 4) return 'utf-8'
  return odd > even ? 'utf-16le' : 'utf-16be'
}
