import type { Figure } from './figure'
import { numberOf } from './numerals'

const year = String.raw`(?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2}`
const serial = String.raw`\d{1,5}|[〇○零一二三四五六七八九十百千]{1,7}`
const open = String.raw`[〔\[({【〖〈《<「]`
const close = String.raw`[〕\])}】〗〉》>」]`
/** 〔2024〕53号, in whatever brackets, 号 left out or not. */
const bracketed = String.raw`${open}\s*(${year})\s*年?\s*${close}\s*第?\s*(${serial})(?!\d)\s*号?`
/** 2024年53号, 2024 53号, 2024年第53号; neither a day of a month nor a line of the underground. */
const bare = String.raw`(?<![\da-z.-])(${year})(?:\s*年\s*第?\s*|\s+第?\s*|\s*第\s*|\s*-\s*)(${serial})\s*号(?![线楼院门厅馆井机])`
const written = new RegExp(`${bracketed}|${bare}`, 'g')

/** Who issued it stands in front; where its name begins nobody can tell, so each ending of it is kept. */
const issuer = /[\p{Script=Han}a-z]{2,}\s?$/u
const LONGEST_ISSUER = 8
const SHORTEST_ISSUER = 2

/** 文号: numbers of documents, the issuer's name in front of them being part of what they are. */
export function* documentNumbersIn(text: string): Generator<Figure> {
  for (const found of text.matchAll(written)) {
    const [all, one = found[3] ?? '', other = found[4] ?? ''] = found
    const [from, number] = [found.index, numberOf(other)]
    if (number === null || number === 0) continue
    const issued = numberOf(one)
    const form = `№${issued}№${number}`
    const forms = [...issuersBefore(text.slice(Math.max(0, from - 2 * LONGEST_ISSUER), from)), '']
    const kept = forms.map((name) => name + form)
    const to = from + all.trimEnd().length
    yield { from, to, forms: kept, kept, plain: `${issued}年${number}号` }
  }
}

/** Every ending of the name that stands there, the longest first. */
function issuersBefore(text: string): string[] {
  const [found = ''] = issuer.exec(text) ?? []
  const name = [...found.trim()].slice(-LONGEST_ISSUER)
  return name.flatMap((_, at) =>
    name.length - at < SHORTEST_ISSUER ? [] : name.slice(at).join(''),
  )
}
