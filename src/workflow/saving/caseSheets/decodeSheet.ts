import { Refused } from '../../Refused'

/**
 * The text of a sheet, however an office program saved it: UTF-8 or UTF-16 with a byte order mark or without, or
 * GB 18030, the way of older programs.
 * @throws Refused for a workbook, and for what none of them can read
 */
export function decodeSheet(bytes: Uint8Array): string {
  if (isWorkbook(bytes)) {
    throw new Refused('invalid', {
      detail: {
        zh: '这是 Excel 或 WPS 工作簿，请在表格软件里另存为“CSV UTF-8（逗号分隔）”后再导入。',
        en: 'This is a workbook: save it as “CSV UTF-8” first.',
      },
    })
  }
  for (const encoding of [marked(bytes) ?? unmarked(bytes), 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one.
    }
  }
  throw new Refused('invalid', {
    detail: {
      zh: '文件的编码无法识别，可能没有传完；请另存为“CSV UTF-8（逗号分隔）”后再导入。',
      en: 'The encoding cannot be told: save the file as “CSV UTF-8”.',
    },
  })
}

/** Zip (.xlsx, .et) and compound files (.xls, .et). */
const isWorkbook = (bytes: Uint8Array) =>
  ['504b0304', 'd0cf11e0'].includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'))

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
