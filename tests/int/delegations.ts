import type { Person } from '../server/people'
import type { Body, Row } from './answers'

type Shown = Row & { isInForce: boolean; mayEnd: boolean; approver: Row; delegate: Row }

export type Delegations = {
  docs: Shown[]
  mayName: boolean
  colleagues: Row[]
}

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** A day of the calendar in China, counted from today. */
export const dayIn = (days: number) => day.format(new Date(Date.now() + days * 86_400_000))

export const delegations = async (person: Person): Promise<Delegations> =>
  (await person.get<Delegations>('/api/delegations')).body

export const name = (approver: Person, delegate: { id: string }, from = 0, until = 7) =>
  approver.post<Omit<Body, 'docs'> & Delegations>('/api/delegations', {
    ...{ delegate: delegate.id, from: dayIn(from), until: dayIn(until) },
  })

export const end = (person: Person, id: string) =>
  person.post<Omit<Body, 'docs'> & Delegations>('/api/delegations/end', { id })

/** Names somebody, which must succeed; the id of the delegation. */
export async function named(approver: Person, delegate: { id: string }, from = 0, until = 7) {
  const { status, body } = await name(approver, delegate, from, until)
  if (status !== 200) throw new Error(`Not named: ${status} ${JSON.stringify(body)}`)
  const own = body.docs.find((one) => one.approver.id === approver.id)
  return String(own?.id)
}
