import { createLocalReq, type Payload } from 'payload'
import { daysDue } from '@/access/taskDays'
import { changedPhones } from '@/facts/stillOld'
import { fill } from '@/i18n/adminTexts'
import { contradictionTexts } from '@/i18n/facts'
import { readRows } from '@/tables'
import { factsOfRow } from '../facts/factRows'
import { placesOfValue } from '../facts/readFacts'
import { openTask } from './openTask'
import { byServer } from './stepByServer'
import { centreUnit, dueAfter, unitOrCentre } from './task'

const prefix = 'phone:'

type Row = {
  isLive: boolean | null
  number: string
  revision: number
  title: string
  summary: string | null
  plain: string | null
}

/**
 * 改一处，列出所有: where a text that was approved gives a phone no longer which its former one gave, one task lists every other text
 * online that still does: of the unit that has them all, else of the centre. Returns how many were opened.
 */
export async function askForOldPhones(payload: Payload, entry: string, now: Date): Promise<number> {
  const [live, before] = (await readRows(payload, {
    ...{ collection: 'publications', sort: '-changeSeq', limit: 2 },
    columns: ['isLive', 'number', 'revision', 'title', 'summary', 'plain'],
    where: { entry: { equals: entry } },
  })) as Row[]
  if (!live?.isLive || !before || before.isLive || before.revision === live.revision) return 0
  let opened = 0
  for (const { old, next } of changedPhones(factsOfRow(before), factsOfRow(live))) {
    const places = await placesOf(payload, old, entry)
    if (places.length === 0) continue
    const units = [...new Set(places.map(({ unit }) => unit))]
    const req = await createLocalReq({}, payload)
    const [only, ...others] = units
    const isOnes = only !== undefined && others.length === 0
    const unit = isOnes ? await unitOrCentre(req, only) : await centreUnit(req)
    const numbers = [...new Set(places.map(({ number }) => number))].sort().join('、')
    const { phoneChanged, phoneGone } = contradictionTexts.zh
    const said = { old, next: next ?? '', number: live.number, numbers }
    const task = {
      ...{ id: `${prefix}${old}:${entry}:${live.revision}`, kind: 'contradiction' as const },
      ...{ unit, matter: `${prefix}${old}`, at: now },
      about: fill(next ? phoneChanged : phoneGone, said),
      due: await dueAfter(payload, daysDue.contradiction, now),
      entry: { id: entry, number: live.number, revision: live.revision },
    }
    if ((await openTask(req, task, byServer)).isNew) opened += 1
  }
  return opened
}

const placesOf = async (payload: Payload, old: string, but: string | null) =>
  (await placesOfValue(payload, 'phone', old)).filter(({ entry }) => entry !== but)

/** Is this a task of an old phone that no other text gives any longer? */
export const isPhoneGone = async (
  payload: Payload,
  { matter, entry }: { matter: string | null; entry: string | null },
): Promise<boolean> =>
  (await placesOf(payload, (matter ?? '').slice(prefix.length), entry)).length === 0

export const isOfPhone = ({ matter }: { matter: string | null }): boolean =>
  matter?.startsWith(prefix) ?? false
