import { createHash } from 'node:crypto'
import { unhelpfulReasons } from '@/access/helpful'
import { askedForm } from '@/search/text/normalise'
import type { Row } from '@/tables'
import { askedInVain } from './city/asked'

export type Live = {
  entry: string
  number: string
  title: string
  similarQuestions: string[] | null
  categoryKey: string | null
  openToPublic: boolean
  /** When it came online first. */
  since: string
  /** The county or zone it is filed in. */
  district: string | null
}

export type Person = { id: string; name: string; unit: string; district: string | null }

type Asked = {
  /** The first instant of the day, and the last there are rows of, in milliseconds. */
  begin: number
  end: number
  entries: readonly Live[]
  agents: readonly Person[]
  /** Who reads at the desk of a municipal unit, agents among them. */
  people: readonly Person[]
  /** Who reads there in a county or zone, for its matters. */
  locals: readonly Person[]
  /** How often each entry is read that day, and how often it is used on a call. */
  reads: ReadonlyMap<string, number>
  uses: ReadonlyMap<string, number>
  chance: () => number
}

type Rows = Record<'searches' | 'views' | 'uses' | 'helpful', Row[]>

const hour = 60 * 60 * 1000
/** Of what is not asked on a call, the part whose hits nobody opens. */
const leftAlone = 0.06
/** Something is asked in vain once in so many readings, four times a day at most. */
const readsToOneInVain = 8

/** The searches of a day, what was opened from them and used, and what was asked in vain. */
export function askedOn(asked: Asked): Rows {
  const { begin, end, entries, agents, people, locals, reads, uses, chance } = asked
  const rows: Rows = { searches: [], views: [], uses: [], helpful: [] }
  const districts = [...new Set(locals.map(({ district }) => district))]
  const among = <One>(some: readonly One[]): One => some[Math.floor(chance() * some.length)]!
  const idOf = (): string =>
    createHash('sha256').update(`${begin} ${chance()}`).digest('hex').slice(0, 32)
  const when = () => begin + (8 + 11 * chance()) * hour

  for (const live of entries) {
    const used = uses.get(live.entry) ?? 0
    for (let n = 0; n < (reads.get(live.entry) ?? 0); n += 1) ask(live, n < used)
  }
  let common: readonly string[] | undefined
  const all = [...reads.values()].reduce((sum, n) => sum + n, 0)
  for (let n = 0; n < Math.min(4, Math.round(all / readsToOneInVain)); n += 1) {
    const other = among(askedInVain)
    common ??= other
    // An agent and two citizens of the same day: what fewer ask is told to nobody.
    const [first = '', again] = n < 3 ? common : other
    const who = whoOf(n === 0 ? agents : null)
    const at = when()
    for (const [later, query] of [first, again].entries())
      if (query) addSearch({ query, who, at: at + later * 20_000, shown: [] })
  }
  return rows

  function ask(live: Live, isUsed: boolean): void {
    // Only agents answer callers, and read what is open to nobody else.
    const isAgents = isUsed || !live.openToPublic
    const who = whoOf(isAgents ? agents : readerOf(live))
    const at = when()
    const query = among([live.title, ...(live.similarQuestions ?? [])])
    // What lies in a county is often looked for there.
    const within = live.district !== null && chance() < 0.6 ? live.district : null
    const near = within ? entries.filter(({ district }) => district === within) : entries
    const others = [among(near), among(near), among(near)]
      .filter(({ entry, openToPublic }) => entry !== live.entry && (openToPublic || who.reader))
      .map(({ number }) => number)
    const shown = [...new Set([live.number, ...others])]
    const search = addSearch({ query, who, at, shown, within })
    const opened = at + 8_000
    if (opened > end || (!isUsed && chance() < leftAlone)) return
    const { entry, number, title } = live
    const told = { entry, number, title, search, ...who, ...(within ? { district: within } : {}) }
    rows.views.push({ ...told, id: idOf(), isRepeat: false, isPromoted: false, at: iso(opened) })
    if (isUsed && opened + 60_000 < end)
      rows.uses.push({ ...told, id: idOf(), revision: 1, at: iso(opened + 60_000) })
    if (!who.reader && chance() < 0.25 && opened + 40_000 < end) say(live, who, opened + 40_000)
  }

  /** One in seven was not helped; two of three of them say why. */
  function say({ entry, number }: Live, { session: place }: Row, at: number): void {
    const isHelpful = chance() > 1 / 7
    const n = isHelpful ? unhelpfulReasons.length : Math.floor(chance() * 6)
    const reason = unhelpfulReasons[n] ?? null
    rows.helpful.push({ id: idOf(), entry, number, isHelpful, reason, place, at: iso(at) })
  }

  /** Whoever works in a county reads what is asked there; each county has questions of its own. */
  function readerOf(live: Live): readonly Person[] | null {
    const n = chance()
    if (n >= 0.65) return null
    const asking = live.district ?? districts[entries.indexOf(live) % districts.length]
    const own = locals.filter(({ district }) => district === asking)
    return n < 0.2 || own.length === 0 ? people : own
  }

  function whoOf(some: readonly Person[] | null): Row {
    if (!some) return { session: `demo-${idOf()}`, channel: 'portal' }
    const { id: reader, name: readerName, unit, district } = among(some)
    return { reader, readerName, unit, district, channel: 'desk' }
  }

  function addSearch({ query, who, at, shown, within = null }: Given): string {
    const id = idOf()
    if (at > end) return id
    rows.searches.push({
      ...{ id, query, form: askedForm(query), ...who, page: 1, shown: shown.join(' ') },
      ...(within ? { filters: { unit: within }, district: within } : {}),
      ...{ found: shown.length, isTrial: false, at: iso(at) },
    })
    return id
  }
}

type Given = {
  query: string
  who: Row
  at: number
  shown: readonly string[]
  /** The county or zone it was narrowed to. */
  within?: string | null
}

const iso = (at: number): string => new Date(at).toISOString()
