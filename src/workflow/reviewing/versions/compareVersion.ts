import type { PayloadRequest } from 'payload'
import { idOf } from '@/access/actor'
import type { Library } from '@/access/rules'
import { dayOf } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { noteReading } from '../../audit/readings'
import { differenceOf, type Difference, type LiveText } from '../differenceOf'
import { withThemes } from '../withThemes'
import type { Entry } from '../../entry'
import { nameOfEntry } from '../../findings/personalNumbers'
import { namesOf } from '../../namesOf'
import { appearanceOf, type Appearance, type WorkingText } from '../../step/publication'
import { whoAsks } from '../../audit/append'
import { findOne } from '../../store'
import { themesIn } from '../../themes/themesOf'
import { entryOfVersions, savedText, type SavedVersion } from './versionsOf'

type Asked = { req: PayloadRequest; library: Library; id: string; version: string }

/** What a version is held against. */
export type Against = 'previous' | 'live'

type Compared = {
  entry: Entry
  saved: SavedVersion
  appearance: Appearance & { themeNames: string[] }
  /** The version before, where it is held against that and there is one. */
  previous: SavedVersion | null
  liveRevision: number | null
  /** Null where there is nothing to hold it against. */
  difference: Difference[] | null
}

/** A version as readers would have seen it, and what differs from the one before or from the live text. */
export async function compareVersion(
  asked: Asked & { against: Against },
): Promise<Compared | null> {
  const { req, library, id, version, against } = asked
  const entry = await entryOfVersions(asked)
  const found = entry && (await savedText(asked, { id: { equals: version } }))
  if (!entry || !found) return null
  const { saved, text } = found
  const appearance = await shownOf(req, entry, text)
  const subject = { subject: id, subjectName: nameOfEntry(entry), revision: saved.revision }
  noteReading(req.payload, { ...whoAsks(req), action: `${library}.read`, ...subject })
  const live = await findOne<LiveText>({
    req,
    collection: 'publications',
    where: { slot: { equals: id } },
  })
  const themeNames = await themesIn(req.payload, appearance.themes)
  const shown = { ...appearance, themeNames }
  const common = { entry, saved, appearance: shown, liveRevision: live?.revision ?? null }
  if (against === 'live') {
    const difference = live && (await named(req, differenceOf(live, appearance)))
    return { ...common, previous: null, difference }
  }
  const earlier = await savedText(asked, { updatedAt: { less_than: saved.at } })
  const before = earlier && (await shownOf(req, entry, earlier.text))
  const difference =
    before &&
    (await named(req, [...differenceOf(before, appearance), ...insideOf(earlier.text, text)]))
  return { ...common, previous: earlier?.saved ?? null, difference }
}

/** In the category it was filed under then. */
const shownOf = (req: PayloadRequest, entry: Entry, text: WorkingText): Promise<Appearance> =>
  appearanceOf(req, { ...entry, category: idOf(text.category) ?? entry.category }, text, 'review')

/** What readers do not see and writers change too. */
function insideOf(before: WorkingText, after: WorkingText): Difference[] {
  const shown = {
    reviewBy: (text: WorkingText) => dayOf(text.reviewBy) || null,
    coUnits: (text: WorkingText) => (Array.isArray(text.coUnits) ? text.coUnits.map(idOf) : []),
  }
  return Object.entries(shown)
    .map(([field, of]) => ({ field, before: of(before), after: of(after) }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
}

/** Units, related entries and themes by what they are called. */
async function named(req: PayloadRequest, difference: Difference[]): Promise<Difference[]> {
  const idsIn = (field: string) =>
    difference
      .filter((one) => one.field === field)
      .flatMap(({ before, after }) => [before, after].flat() as string[])
  const [units, entries] = await Promise.all([
    namesOf(req.payload, idsIn('coUnits'), 'nodes'),
    titlesOf(req, idsIn('related')),
  ])
  const names = new Map([...units, ...entries])
  const said = (value: unknown) =>
    Array.isArray(value) ? value.map((one) => names.get(String(one)) ?? (one as unknown)) : value
  return (await withThemes(req.payload, difference)).map((one) =>
    one.field === 'coUnits' || one.field === 'related'
      ? { ...one, before: said(one.before), after: said(one.after) }
      : one,
  )
}

async function titlesOf(req: PayloadRequest, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await readRows(req.payload, {
    collection: 'register',
    where: { id: { in: [...new Set(ids)] } },
    columns: ['id', 'number', 'title'],
    limit: 0,
  })
  return new Map(rows.map(({ id, number, title }) => [String(id), `${number} ${title}`]))
}
