import { cleanText } from '@/cleanText'
import { endingOf } from './fileKind'

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
