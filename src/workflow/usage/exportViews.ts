import type { Payload, PayloadRequest, Where } from 'payload'
import { actorOf } from '@/access/actor'
import type { Language } from '@/i18n/language'
import { viewTexts } from '@/i18n/views'
import { dayOf, secondOf } from '@/shanghaiDay'
import { answerAs } from '../answer'
import { recordAudit } from '../audit/append'
import { csvFile } from '../csv'
import { namesOf } from '../namesOf'
import { languageOfRequest, Refused } from '../Refused'
import { viewRows, viewsWantedIn, viewsWhere, type ViewRead, type ViewsWanted } from './readViews'

/** So many rows are in memory at a time. */
const rowsAtOnce = 500

/**
 * `GET /api/views/export`, narrowed as the page is (`unit`, `entry`, `reader`, `from`, `to`): a CSV file of the readings
 * this person is told of, newest first, read page by page as it is sent. That it was taken is on record.
 */
export const exportViewsEndpoint = answerAs('get', '/export', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const wanted = viewsWantedIn(req.query)
  const where = await viewsWhere(req.payload, actor, wanted)
  await recordAudit({ req, action: 'views.export', details: await detailsOf(req, wanted) })
  const language = languageOfRequest(req)
  return csvFile({
    name: `${viewTexts.zh.record} ${dayOf(new Date())}.csv`,
    plainName: 'views.csv',
    head: headOf(language),
    pages: pagesOf(req.payload, where, language),
  })
})

/** In the words of the log, as they were called then; null where everything was taken. */
async function detailsOf({ payload, user }: PayloadRequest, wanted: ViewsWanted) {
  const { unit, entry, reader, from, to } = wanted
  const person = reader === 'me' ? user?.id : reader
  const [people, systems, units] = await Promise.all([
    namesOf(payload, [String(person ?? '')]),
    namesOf(payload, [String(person ?? '')], 'systems'),
    namesOf(payload, [unit], 'nodes'),
  ])
  const named = {
    unit: unit && (units.get(unit) ?? unit),
    number: entry,
    person: person && (people.get(String(person)) ?? systems.get(String(person)) ?? person),
    ...{ day: from, until: to },
  }
  const told = Object.entries(named).filter(([, value]) => Boolean(value))
  return told.length > 0 ? Object.fromEntries(told) : null
}

/** Up to where the record stood at the beginning. */
async function* pagesOf(payload: Payload, where: Where, language: Language) {
  let until = new Date().toISOString()
  // Of the moment the page before ended with, of which there may be several.
  let sent: string[] = []
  for (;;) {
    const others: Where[] = sent.length > 0 ? [{ id: { not_in: sent } }] : []
    const rest: Where = { and: [where, { at: { less_than_equal: until } }, ...others] }
    const rows = await viewRows(payload, { where: rest, limit: rowsAtOnce })
    const last = rows.at(-1)
    if (!last) return
    const ofLast = rows.filter(({ at }) => at === last.at).map(({ id }) => id)
    sent = until === last.at ? [...sent, ...ofLast] : ofLast
    until = last.at
    yield rows.map((row) => cellsOf(row, language))
  }
}

function headOf(language: Language): string[] {
  const { at, entry, title, reader, channel, counts } = viewTexts[language]
  return [at, entry, title, reader, channel, counts]
}

function cellsOf({ entry, reader, channel, isRepeat, at }: ViewRead, language: Language): string[] {
  const texts = viewTexts[language]
  return [
    ...[secondOf(at), entry.number, entry.title],
    ...[reader ? reader.name : texts.citizen, texts.channels[channel]],
    isRepeat ? texts.no : texts.yes,
  ]
}
