import sharp from 'sharp'
import { emblemLimits } from '@/access/site'
import { siteRefusals } from '@/i18n/site'
import { Refused } from '../Refused'

/** A drawing can carry scripts, and is not taken: pictures alone, told by what they contain. */
const taken = ['png', 'webp']

/**
 * An emblem as it is kept: drawn anew, square, with what was transparent; nothing else of the file stays. Throws
 * `Refused` where it is no such picture.
 */
export async function keptEmblem(sent: string): Promise<string> {
  const bytes = Buffer.from(sent, 'base64')
  if (bytes.length > emblemLimits.bytes) refuse('emblemSize')
  const picture = sharp(bytes, { limitInputPixels: 16_000_000 })
  const { format, width = 0, height = 0 } = await picture.metadata().catch(() => refuse('emblem'))
  if (!taken.includes(format ?? '')) refuse('emblem')
  if (Math.min(width, height) < emblemLimits.smallest) refuse('emblemSmall')
  const side = { width: emblemLimits.side, height: emblemLimits.side }
  const drawn = await picture
    .resize({ ...side, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png({ palette: true })
    .toBuffer()
    .catch(() => refuse('emblem'))
  return drawn.toString('base64')
}

function refuse(why: 'emblem' | 'emblemSize' | 'emblemSmall'): never {
  const [zh, en] = [siteRefusals.zh[why], siteRefusals.en[why]]
  throw new Refused('invalid', { fields: ['emblem'], detail: { zh, en } })
}
