import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload } from 'payload'
import { unfinished } from '@/access/tasks'
import { askedInVain, asPut } from '@/statistics/askedInVain'
import { dayBefore, dayOf, startOfDay } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { withoutAnyNumbers } from '../findings/callersWords'
import { reportGap } from './gaps'
import { byServer } from './stepByServer'
import type { Task } from './task'

/** So many days of searches are looked at, today among them. */
const days = 7

/**
 * Makes gaps of what several asked in vain within a week: found nothing, opened nothing, or put it in other words, by
 * people who certainly differ. They lie with the centre, which says whose they are. What a unit refused is not asked
 * again, nor what was closed since it was asked. Returns how many were told.
 */
export async function gapsFromSearches(payload: Payload, now = new Date()): Promise<number> {
  const from = dayBefore(dayOf(now), days - 1)
  const asked = await askedInVain(payload, { from })
  const known = await gapsOf(
    payload,
    asked.map(({ query }) => query),
    from,
  )
  let told = 0
  for (const { query: form } of asked) {
    if (known.has(form)) continue
    const req = await createLocalReq({}, payload)
    const query = withoutAnyNumbers(await asPut(payload, form, { from }))
    const by = await lastToAsk(payload, form, from)
    const report = {
      ...byServer,
      by,
      // Days overlap from one look to the next: the same searches are told once, those of another week again.
      key: `${form}:${weekOf(from)}`,
    }
    await reportGap(req, { query, unit: null, at: now }, report)
    told += 1
    await breathe()
  }
  return told
}

/** Forms of which there is a gap that is open, was refused, or was closed within these days. */
async function gapsOf(payload: Payload, forms: readonly string[], from: string) {
  const found = (await readRows(payload, {
    ...{ collection: 'tasks', columns: ['matter', 'state', 'overAt'], limit: 0 },
    where: { and: [{ kind: { equals: 'gap' } }, { matter: { in: [...forms] } }] },
  })) as Pick<Task, 'matter' | 'state' | 'overAt'>[]
  const since = startOfDay(from)?.toISOString() ?? ''
  return new Set(
    found
      .filter(
        ({ state, overAt }) =>
          state === 'refused' || unfinished.includes(state) || (overAt ?? '') >= since,
      )
      .map(({ matter }) => matter),
  )
}

/** Whose eyes it is asked again with; null for a citizen, who sees least. */
async function lastToAsk(payload: Payload, form: string, from: string): Promise<string | null> {
  const rows = await readRows(payload, {
    ...{ collection: 'searches', columns: ['reader'], sort: '-at', limit: 20 },
    where: {
      and: [
        { form: { equals: form } },
        { at: { greater_than_equal: startOfDay(from)?.toISOString() } },
      ],
    },
  })
  if (rows.some(({ reader }) => reader === null)) return null
  return typeof rows[0]?.reader === 'string' ? rows[0].reader : null
}

const weekOf = (day: string) => Math.floor(Date.parse(day) / (days * 86_400_000))
