import { expect } from '@jest/globals'
import type { TaskWhole } from '@/workflow/tasks/readTasks'
import type { Person } from '../server/people'
import type { Body } from './answers'
import { settled } from './tellAt'

export type Told = { id: string; number: string; isNew: boolean }
type One = { task: TaskWhole }

/** Tells of what is missing or wrong; the answer as it came. */
export const tell = (person: Person, body: object) =>
  person.post<{ tasks: Told[] } & Body>('/api/tasks', body)

/** The same, which must succeed. */
export async function told(person: Person, body: object): Promise<Told> {
  const answer = await tell(person, body)
  expect(answer).toMatchObject({ status: 200 })
  return answer.body.tasks[0] as Told
}

export const look = (person: Person, id: string) => person.get<One & Body>(`/api/tasks/${id}`)

/** A task as this person sees it. */
export const seen = async (person: Person, id: string): Promise<TaskWhole> =>
  (await look(person, id)).body.task

/** A step of a task; the answer as it came. */
export const take = (person: Person, id: string, name: string, body: object = {}) =>
  person.post<One & Body>(`/api/tasks/${id}/${name}`, body)

/** The same, which must succeed. */
export async function taken(person: Person, id: string, name: string, body: object = {}) {
  const answer = await take(person, id, name, body)
  expect(answer).toMatchObject({ status: 200 })
  return answer.body.task
}

/** Until search has taken what was approved, which it does behind it, and the task closed. */
export async function closed(person: Person, id: string): Promise<void> {
  for (let again = 0; again < 100; again += 1) {
    await settled()
    if ((await seen(person, id)).state === 'closed') return
  }
  throw new Error(`${id} did not close: ${JSON.stringify(await seen(person, id))}`)
}
