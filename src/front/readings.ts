import { whyHot } from '@/i18n/hotspots'
import { readingTexts } from '@/i18n/refusals'
import { hotspots } from '@/reading/hotspots'
import { listEntries } from '@/reading/listEntries'
import { readPhrases } from '@/reading/phrases'
import { sinceLastRead } from '@/reading/lastRead'
import { findLive } from '@/reading/live'
import { readContactEntries } from '@/reading/readContactEntries'
import { readEntry } from '@/reading/readEntry'
import { readTree } from '@/reading/readTree'
import { readWithdrawn } from '@/reading/readWithdrawn'
import { relatedEntries } from '@/reading/related'
import { withDoubts } from '@/reading/reliability'
import { searchEntries } from '@/reading/search'
import { suggestEntries } from '@/reading/suggest'
import { readThemes } from '@/reading/themes'
import { readUpdates } from '@/reading/updates'
import { contradictionsOfEntry } from '@/workflow/facts/readFacts'
import { Refused } from '@/workflow/Refused'
import { lastLook } from '@/workflow/usage/looks'
import type { Asked } from './client'
import { nearnessTo } from './nearness'
import { noteEntry } from './noteReadings'
import { noteList, noteSearch } from './noteSearches'
import {
  cursorIn,
  districtIn,
  filtersOf,
  hasFacets,
  hotspotsIn,
  isExplained,
  openedFrom,
  suggestionsIn,
  textOf,
  unitIn,
  updatesIn,
} from './parameters'
import { sinceIn } from './updatesSince'
import { whoReads } from './whoReads'

/** 查询: hits for the reader, on record as a search. */
export async function search(given: Asked) {
  const { engine, query, session, reader } = given
  const person = session?.kind === 'person' ? session : null
  const explain = isExplained(query)
  if (explain && !person?.roles.includes('centre'))
    throw new Refused('notAllowed', readingTexts.notAllowed)
  const district = districtIn(query)
  const asked = { text: textOf(query), ...filtersOf(query), district }
  const cursor = cursorIn(query, asked)
  const answer = await searchEntries({
    ...{ ...reader, engine, ...asked, cursor },
    facets: hasFacets(query),
    explain,
    nearness: await nearnessTo(given.payload, district),
    ownUnit: reader.audience.sees === 'public' ? undefined : person?.unit,
  })
  const page = cursor?.page ?? asked.page
  const noted = { ...from(given), ...reader, ...asked, page, isExplained: explain }
  const hits = await withDoubts(reader, answer.hits)
  return { ...answer, hits, search: noteSearch(noted, answer) }
}

/** What the beginning of a question may become. */
export function suggest({ engine, query, reader }: Asked) {
  const { page: _page, ...filters } = filtersOf(query)
  return suggestEntries({
    ...{ reader, engine, ...filters },
    text: textOf(query),
    limit: suggestionsIn(query),
  })
}

/** Summaries too, and so on record as a list. */
export async function related(given: Asked) {
  const { engine, params, reader } = given
  const entries = await relatedEntries({ reader, engine, number: params.number ?? '' })
  if (!entries) throw new Refused('notFound')
  const search = noteList({ ...from(given), page: 1 }, { list: 'related', entries })
  return { entries, search }
}

/** 与上次阅读相比有变化: of who asks, or of the person a machine asks for; what is told of the text is on record. */
export async function lastRead(given: Asked) {
  const { params, reader } = given
  const number = (params.number ?? '').toUpperCase()
  const where = { number: { equals: number } }
  const { rows } = await findLive(reader, { columns: ['entry', 'number'], where, limit: 1 })
  const [live] = rows
  const who = whoReads({ ...given, isPortal: false })
  if (!live || !who?.reader) throw new Refused('notFound')
  const since = await sinceLastRead(reader, { entry: live.entry, person: who.reader })
  if (since) noteList({ ...from(given), page: 1 }, { list: 'updates', entries: [live] })
  return { since }
}

/** How to reach a unit, and the entries that say so, on record as a list. */
export async function contact(given: Asked) {
  const found = await readContactEntries(given.reader, unitIn(given.params.unit))
  noteList({ ...from(given), page: 1 }, { list: 'related', entries: found.entries })
  return found
}

/** What live texts the reader may read say otherwise. */
export async function contradictions({ params, reader }: Asked) {
  const found = await contradictionsOfEntry(reader, (params.number ?? '').toUpperCase())
  if (!found) throw new Refused('notFound')
  return { contradictions: found }
}

/** 热点, and why each is one. */
export async function hot(given: Asked) {
  const asked = hotspotsIn(given.query)
  const found = await hotspots(given.reader, asked)
  const search = noteList({ ...from(given), ...asked }, { list: 'hotspots', entries: found })
  return { hotspots: found.map((one) => ({ ...one, why: whyHot(one, 'zh') })), search }
}

/** 更新列表: what came, changed or went for the reader. */
export async function updates(given: Asked) {
  const { payload, session, reader } = given
  const { since: asked, brief, ...narrowed } = updatesIn(given.query)
  const look = session?.kind === 'person' ? await lastLook(payload, session.id) : null
  const since = sinceIn(asked, look, reader.now)
  const found = await readUpdates(reader, { ...narrowed, since, isBrief: brief })
  const shown = found.updates.map(({ entry }) => entry)
  const noted = { list: 'updates', entries: shown, total: found.total } as const
  const search = noteList({ ...from(given), ...narrowed }, noted)
  return { since: since.toISOString(), lastLook: look, ...found, search }
}

/** Entries by filters, the last approved first, on record as a list. */
export async function entries(given: Asked) {
  const asked = filtersOf(given.query)
  const page = await listEntries(given.reader, asked)
  const entries = await withDoubts(given.reader, page.entries)
  return { ...page, entries, search: noteList({ ...from(given), ...asked }, page) }
}

/** One entry, or what is said of one that was withdrawn. */
export async function entry(asked: Asked) {
  const { params, reader } = asked
  const number = params.number ?? ''
  const found = await readEntry(reader, number)
  if (found) {
    noteEntry({ ...asked, ...from(asked), entry: found, search: openedFrom(asked.query) })
    noteList({ ...from(asked), page: 1 }, { list: 'related', entries: found.related })
    return found
  }
  const withdrawn = await readWithdrawn(reader, number)
  if (!withdrawn) throw new Refused('notFound')
  const { sentence, successor } = withdrawn
  throw new Refused('notFound', { sentence, successor })
}

/** Whose reading it is; an address without a session is citizens'. */
const from = ({ payload, session, client, agent, show }: Asked) => ({
  ...{ payload, session, client, agent, show },
  isPortal: session === null,
})

/** 知识树, as far as the reader sees it. */
export async function tree({ reader }: Asked) {
  return { units: await readTree(reader) }
}

/** 主题, with what the reader finds of each. */
export async function themes({ reader }: Asked) {
  return { themes: await readThemes(reader) }
}

/** 规范用语 of the centre, for whoever answers callers. */
export async function phrases({ payload }: Asked) {
  return { phrases: await readPhrases(payload) }
}
