import { webAddress } from '@/blocks/webAddress'

export type Heading = { id: string; text: string; level: 2 | 3 | 4 }

const heading = /<h([234])>(.*?)<\/h\1>/gs

/** A text whose headings can be linked to, and the headings in their order. */
export function withAnchors(html: string): { html: string; headings: Heading[] } {
  const headings: Heading[] = []
  const ids = new Set<string>()
  const anchored = html.replace(heading, (_, digit: string, inner: string) => {
    const text = plain(inner)
    const id = newOne(ids, text)
    headings.push({ id, text, level: Number(digit) as Heading['level'] })
    return `<h${digit} id="${id}">${inner}</h${digit}>`
  })
  return { html: anchored, headings: headings.filter(({ text }) => text !== '') }
}

/** Begins as no other id of a page does; of headings in the same words the later are counted. */
function newOne(ids: Set<string>, text: string): string {
  const usual = `s-${text.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40)}`
  let id = usual
  for (let n = 2; ids.has(id); n += 1) id = `${usual}-${n}`
  ids.add(id)
  return id
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .trim()

const wayOnline = /<section class="part part-(channels|place)">(.*?)<\/section>/gs
const online = /网上/
const written = /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/i
const link = /<a [^>]*href="(https?:[^"]+)"[^>]*>(.*?)<\/a>/gs
/** Words of a link that leads to where something is done, and not to what may be read. */
const doing = /办理|申办|申请|申报|预约|报名|登记|查询/

/**
 * Where it is done online: the site named in the block of ways or of the place, or else a link of the text that
 * says so. Null where none is named.
 */
export function doneAt(html: string): string | null {
  for (const [, part, inner = ''] of html.matchAll(wayOnline)) {
    const lines = inner
      .split(/<\/(?:li|p)>/)
      .filter((line) => part === 'place' || online.test(line))
    for (const line of lines) {
      const address = addressOf(
        /href="(https?:[^"]+)"/.exec(line)?.[1] ?? written.exec(plain(line))?.[0],
      )
      if (address) return address
    }
  }
  for (const [, address, words = ''] of html.matchAll(link))
    if (doing.test(plain(words))) return addressOf(address)
  return null
}

/** Without the full stop and the brackets behind it. */
const addressOf = (found: string | undefined): string | null =>
  found ? webAddress(plain(found).replace(/[.,;:!?)\]'*]+$/, '')) : null
