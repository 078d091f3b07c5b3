import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { Audience } from '@/access/audience'

/** How far somebody has read the changes: what they keep is what their audience saw there. */
export type Place = {
  /** All changes up to this one were read. */
  change: number
  /** Of a first reading, the last change when it began: what had been closed by then is not told. 0 when it is over. */
  begunAt: number
  /** Until when what begins and ends by the clock was told, in milliseconds. */
  at: number
  /** Where the texts of that last instant do not fit one answer: the entry told last; null where all were. */
  entry: string | null
  /** The last decision there was; a city that does not know it has another past. */
  witness: string | null
}

/** In bytes. */
const sizes = { key: 32, iv: 12, tag: 16 }

/**
 * The place as whoever reads keeps it. Sealed: the number of a change counts texts that are not theirs, and only this city
 * may say where somebody is, and with whose eyes. The same place is the same text.
 */
export function sealed(secret: string, audience: Audience, place: Place): string {
  const { change, begunAt, at, entry, witness } = place
  const plain = JSON.stringify([nameOf(audience), change, begunAt, at, entry, witness])
  // By what it seals: no two plain texts have the same.
  const iv = createHmac('sha256', keyOf(secret, 'iv')).update(plain).digest().subarray(0, sizes.iv)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, 'seal'), iv)
  const closed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64url')
}

/** Null for what this city has not sealed, and for what was sealed for another audience. */
export function opened(secret: string, audience: Audience, text: string): Place | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length <= sizes.iv + sizes.tag) return null
  const [iv, tag] = [bytes.subarray(0, sizes.iv), bytes.subarray(sizes.iv, sizes.iv + sizes.tag)]
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, 'seal'), iv)
  decipher.setAuthTag(tag)
  try {
    const closed = bytes.subarray(sizes.iv + sizes.tag)
    const plain = Buffer.concat([decipher.update(closed), decipher.final()]).toString()
    const [sees, change, begunAt, at, entry, witness] = JSON.parse(plain) as [string, ...Sealed]
    return sees === nameOf(audience) ? { change, begunAt, at, entry, witness } : null
  } catch {
    return null
  }
}

type Sealed = [number, number, number, Place['entry'], Place['witness']]

const nameOf = (audience: Audience): string =>
  audience.sees === 'units' ? `${audience.own}${audience.below ? '+' : ''}` : `=${audience.sees}`

const keyOf = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `zhiku.changes.${use}`, sizes.key))
