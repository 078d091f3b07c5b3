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
import { sentAs } from '../sentAs'
import { toldViews, viewRows, type ToldViews, type ViewRead } from './readViews'
import { viewsAsked, type ViewsWanted } from './viewsWanted'

/**
 * `GET /api/views/export`, narrowed as the page is (`unit`, `entry`, `reader`, `from`, `to`): a CSV file of the readings
 * this person is told of, newest first, read page by page as it is sent. That it was taken is on record. What is not
 * understood is refused (400 `invalid`): the file would hold more than was asked for.
 */
export const exportViewsEndpoint = answerAs('get', '/export', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const given = Object.entries(req.query).filter(([, value]) => value !== '')
  const wanted = sentAs(viewsAsked, Object.fromEntries(given))
  const told = toldViews(actor, wanted)
  await recordAudit({
    req,
    action: 'views.export',
    details: await detailsOf(req, { ...wanted, from: told.from }),
  })
  const language = languageOfRequest(req)
  return csvFile({
    name: `${viewTexts.zh.record} ${dayOf(new Date())}.csv`,
    plainName: 'views.csv',
    head: headOf(language),
    pages: pagesOf(req.payload, told, language),
  })
})

/** In the words of the log, as they were called then. */
async function detailsOf({ payload, user }: PayloadRequest, wanted: ViewsWanted) {
  const { unit, entry, reader, from, to } = wanted
  const readerId = reader === 'me' ? String(user?.id) : reader
  const [people, units] = await Promise.all([
    namesOf(payload, [readerId]),
    namesOf(payload, [unit], 'nodes'),
  ])
  const named = {
    unit: unit && (units.get(unit) ?? unit),
    number: entry,
    reader: readerId && (people.get(readerId) ?? readerId),
    ...{ day: from, until: to },
  }
  return Object.fromEntries(Object.entries(named).filter(([, value]) => Boolean(value)))
}

/** Up to where the record stood at the beginning; so many rows at a time are in memory. */
export async function* pagesOf(
  payload: Payload,
  told: ToldViews,
  language: Language,
  rowsAtOnce = 2_000,
) {
  let until = new Date().toISOString()
  // Of the moment the page before ended with, of which there may be several.
  let sent: string[] = []
  for (;;) {
    const others: Where[] = sent.length > 0 ? [{ id: { not_in: sent } }] : []
    const more = [{ at: { less_than_equal: until } }, ...others]
    const rows = await viewRows(payload, told, { limit: rowsAtOnce, more })
    const last = rows.at(-1)
    if (!last) return
    const ofLast = rows.filter(({ at }) => at === last.at).map(({ id }) => id)
    sent = until === last.at ? [...sent, ...ofLast] : ofLast
    until = last.at
    yield rows.map((row) => cellsOf(row, language))
  }
}

function headOf(language: Language): string[] {
  const { at, entry, title, reader, channel, query, counts } = viewTexts[language]
  return [at, entry, title, reader, channel, query, counts]
}

function cellsOf(view: ViewRead, language: Language): string[] {
  const { entry, reader, channel, query, isRepeat, at } = view
  const texts = viewTexts[language]
  return [
    ...[secondOf(at), entry.number, entry.title],
    ...[reader ? reader.name || texts.channels[channel] : texts.citizen, texts.channels[channel]],
    ...[query ?? '', isRepeat ? texts.no : texts.yes],
  ]
}
