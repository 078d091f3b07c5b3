import type { Person } from '../server/people'
import type { Body, Row } from './answers'
import { unique, type Unit } from './city'

export type Entry = { id: string; number: string; title: string; revision: number }

const node = { version: 1, direction: 'ltr', format: '', indent: 0 }
const words = { type: 'text', version: 1, format: 0, detail: 0, mode: 'normal', style: '' }

/** A text of paragraphs, as the editor stores it. */
export const text = (...paragraphs: string[]) => ({
  root: {
    ...node,
    type: 'root',
    children: paragraphs.map((line) => ({
      ...node,
      type: 'paragraph',
      children: [{ ...words, text: line }],
    })),
  },
})

/** A complete entry; the word in the title is found by no other search. */
export const complete = (unit: Unit, more: object = {}) => ({
  category: unit.categories.services ?? unit.categories.details,
  title: `如何办理${unique()}?`,
  summary: '带身份证到窗口办理。',
  openToUnits: false,
  openToPublic: false,
  body: text('带身份证到窗口办理,当场办结。'),
  ...more,
})

const entryOf = ({ id, number, title, revision }: Row): Entry =>
  ({ id, number, title, revision }) as Entry

export async function write(editor: Person, unit: Unit, more: object = {}): Promise<Entry> {
  const { status, body } = await editor.post<Body>('/api/knowledge', complete(unit, more))
  if (status !== 201) throw new Error(`Not written: ${status} ${JSON.stringify(body)}`)
  return entryOf(body.doc)
}

/** Saves from the revision of `entry`; the answer as it came. */
export const save = (editor: Person, entry: Entry, data: object) =>
  editor.patch<Body>(`/api/knowledge/${entry.id}`, { startedFrom: entry.revision, ...data })

export async function saved(editor: Person, entry: Entry, data: object): Promise<Entry> {
  const { status, body } = await save(editor, entry, data)
  if (status !== 200) throw new Error(`Not saved: ${status} ${JSON.stringify(body)}`)
  return entryOf(body.doc)
}

export const step = (person: Person, entry: Entry, name: string, more: object = {}) =>
  person.post<Body>(`/api/knowledge/${entry.id}/${name}`, { revision: entry.revision, ...more })

export const review = (person: Person, entry: Entry) =>
  person.get<Body & { html: string; findings: string[]; steps: string[] }>(
    `/api/knowledge/${entry.id}/review`,
  )

export const history = async (person: Person, entry: Entry): Promise<Row[]> =>
  (await person.get<Body>(`/api/knowledge/${entry.id}/history`)).body.docs

export const copyOf = (person: Person, entry: Entry) =>
  person.get<Row>(`/api/knowledge/${entry.id}?depth=0`)

/** Where the entry stands, as the worklist of its people says it. */
export async function standing(person: Person, entry: Entry): Promise<Row | undefined> {
  const { body } = await person.get<Body>('/api/worklist')
  return body.docs.find(({ id }) => id === entry.id)
}

export async function submit(editor: Person, entry: Entry): Promise<Entry> {
  await mustBe(200, step(editor, entry, 'submit'))
  return entry
}

/** Opens, reads and approves, as an approver does. */
export async function approve(approver: Person, entry: Entry): Promise<Entry> {
  await mustBe(200, review(approver, entry))
  await mustBe(200, step(approver, entry, 'approve', { confirmed: true }))
  return entry
}

/** Written, submitted and approved: read by those it is open to. */
export async function publish(
  people: { editor: Person; approver: Person },
  unit: Unit,
  more: object = {},
): Promise<Entry> {
  const entry = await write(people.editor, unit, more)
  await submit(people.editor, entry)
  return approve(people.approver, entry)
}

async function mustBe(status: number, asked: Promise<{ status: number; body: unknown }>) {
  const answer = await asked
  if (answer.status !== status) {
    throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`)
  }
}
