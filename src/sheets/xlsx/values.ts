import { damaged } from '../said'
import { isoShown, shown, type Format } from './formats'
import type { Workbook } from './workbook'

/** Signs that XML cannot hold are written `_x000D_`. */
export const escaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : text

const plain: Format = { kind: 'plain' }

/** What a cell says; of a formula what it last came to. */
export function valueOf(
  { type, style, raw }: { type: string; style: number; raw: string },
  { texts, formats, is1904 }: Workbook,
): string {
  switch (type) {
    case 's': {
      const text = raw === '' ? '' : texts.at(Number(raw))
      if (text === null) throw damaged()
      return text
    }
    case 'str':
    case 'inlineStr':
      return escaped(raw)
    case 'b':
      return raw === '' ? '' : ['1', 'true'].includes(raw) ? '是' : '否'
    case 'd':
      return isoShown(raw)
    case 'e':
      return raw
    default:
      return raw === '' ? '' : shown(raw, formats[style] ?? plain, is1904)
  }
}

/** Digits a spreadsheet keeps; of a longer number the rest are zeros. */
const digitsKept = 15

/** A number whose last digits the spreadsheet has lost, as of a work order that was typed in. */
export const isCutShort = (type: string, value: string): boolean =>
  (type === '' || type === 'n') && value.length > digitsKept && /^\d+0$/.test(value)
