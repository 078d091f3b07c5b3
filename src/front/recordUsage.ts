import { forPeople } from '@/i18n/refusals'
import { findLive } from '@/reading/live'
import { Refused } from '@/workflow/Refused'
import { recordOpinion } from '@/workflow/usage/helpful'
import { takeBackUse } from '@/workflow/usage/takeBackUse'
import { recordUse } from '@/workflow/usage/uses'
import type { Asked } from './client'
import { openedFrom, opinionIn, useIn } from './parameters'
import { whoReads } from './whoReads'

/** 用上了: by the person, or by the one a machine asks for. What the reader may not read now was not used. */
export async function used(given: Asked) {
  const { payload, params, query, reader } = given
  const search = openedFrom(query)
  const number = (params.number ?? '').toUpperCase()
  const where = { number: { equals: number } }
  const columns = ['entry', 'number', 'title', 'revision'] as const
  const { rows } = await findLive(reader, { columns, where, limit: 1 })
  const [entry] = rows
  const who = whoReads({ ...given, isPortal: false })
  if (!entry || !who?.reader) throw new Refused('notFound')
  return recordUse(payload, { ...entry, ...who, search })
}

/** Taken back shortly after, by whoever told it. */
export async function notUsed(given: Asked) {
  const { payload, params, query } = given
  const who = whoReads({ ...given, isPortal: false })
  if (!who?.reader) throw new Refused('notFound')
  const number = (params.number ?? '').toUpperCase()
  return takeBackUse(payload, { id: useIn(query), number, reader: who.reader })
}

/** 这条答案有帮助吗: of an answer citizens may read, by the anonymous session of the day. */
export async function helpful({ payload, params, query, reader, client }: Asked) {
  if (client.isRobot) throw new Refused('notAllowed', forPeople)
  const opinion = opinionIn(query)
  const where = { number: { equals: (params.number ?? '').toUpperCase() } }
  const { rows } = await findLive(reader, { columns: ['entry', 'number'], where, limit: 1 })
  const [entry] = rows
  if (!entry) throw new Refused('notFound')
  const { session, place } = client
  await recordOpinion(payload, { ...entry, ...opinion, session, place })
  return { number: entry.number, helpful: opinion.isHelpful, reason: opinion.reason }
}
