import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { popular } from '@/access/searching'
import { readListedWords, wordFinder } from '@/search/listedWords'
import { dayBefore, dayOf, endOfDay, startOfDay } from '@/shanghaiDay'
import { countGroups, readRows, type Group } from '@/tables'
import type { Asker } from './askers'
import type { Days } from './readsOf'
import { noneAsked, takeIn, whoDiffer, type Tally } from './whoDiffers'

/** What was asked and not answered, and by how many who certainly differ. */
export type AskedInVain = { query: string; askers: number }

/** Answers that were none: nothing was found, nothing was opened, or it was put in other words. */
const vain: Where = { outcome: { in: ['inVain', 'abandoned', 'reformulated'] } }

const within = ({ from, to }: Days): Where[] => [
  { at: { greater_than_equal: startOfDay(from)?.toISOString() } },
  ...(to === undefined ? [] : [{ at: { less_than_equal: endOfDay(to)?.toISOString() } }]),
]

/**
 * What several asked within these days and found nothing for, or opened nothing of, the most asked first; by its form
 * (`askedForm`), numbers of persons masked as in the record; askers are those who certainly differ (`whoDiffers.ts`). What holds a word of the centre's list (提示用语) is told to nobody, as it is offered to
 * nobody.
 */
export async function askedInVain(payload: Payload, days: Days): Promise<AskedInVain[]> {
  const findWords = wordFinder(await readListedWords(payload))
  const asked = await askedOnDays(payload, days)
  return (
    [...asked]
      .map(([query, tally]) => ({ query, askers: whoDiffer(tally) }))
      // Asked by fewer, words may tell of one of them: as with what is offered to others.
      .filter((one) => one.askers >= popular.askers)
      .filter(({ query }) => findWords(query).length === 0)
      .sort((one, other) => other.askers - one.askers || (one.query < other.query ? -1 : 1))
  )
}

/** By the form, day by day, so that others work between. */
async function askedOnDays(payload: Payload, { from, to }: Days): Promise<Map<string, Tally>> {
  const asked = new Map<string, Tally>()
  const last = to ?? dayOf(new Date())
  for (let day = from; day <= last; day = dayBefore(day, -1)) {
    for (const [form, askers] of await askersOn(payload, day)) {
      const one = asked.get(form) ?? noneAsked()
      asked.set(form, one)
      for (const asker of askers) takeIn(one, day, asker)
    }
    await breathe()
  }
  return asked
}

/** Who asked what in vain on this day, by its form. */
async function askersOn(payload: Payload, day: string): Promise<Map<string, Asker[]>> {
  const groups = (await countGroups(payload, {
    collection: 'searches',
    where: { and: [...within({ from: day, to: day }), vain] },
    by: ['form', 'reader', 'session', 'place'],
  })) as (Group & Asker & { form: string | null })[]
  const askers = new Map<string, Asker[]>()
  for (const { form, ...asker } of groups) {
    if (!form) continue
    const known = askers.get(form)
    if (known) known.push(asker)
    else askers.set(form, [asker])
  }
  return askers
}

/** A question of this form as somebody put it, the last of them within these days; as it is where nobody did. */
export async function asPut(payload: Payload, form: string, days: Days): Promise<string> {
  const [row] = await readRows(payload, {
    ...{ collection: 'searches', columns: ['query'], sort: '-at', limit: 1 },
    where: { and: [...within(days), { form: { equals: form } }] },
  })
  return typeof row?.query === 'string' ? row.query : form
}
