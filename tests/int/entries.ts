import type { Library } from '@/access/rules'
import type { Person } from '../server/people'
import type { Body, Row } from './answers'
import { unique, type Unit } from './city'

export type Entry = {
  id: string
  number: string
  title: string
  revision: number
  library: Library
}

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

/** A complete text of another library; for a case the unit is the one that handled it. */
export const completeIn = {
  knowledge: complete,
  plans: (unit: Unit, more: object = {}) => ({
    unit: unit.id,
    title: `如何处置${unique()}?`,
    summary: '先疏散，再报告。',
    openToUnits: false,
    body: text('先疏散人员，再报告值班领导。'),
    ...more,
  }),
  notices: (unit: Unit, more: object = {}) => ({
    kind: 'announcement',
    unit: unit.id,
    title: `关于${unique()}的通知`,
    openToUnits: false,
    openToPublic: false,
    body: text('定于下周一起施工，请绕行。'),
    ...more,
  }),
  cases: (unit: Unit, more: object = {}) => ({
    unit: unit.id,
    title: `${unique()}路灯不亮案`,
    content: '来电人反映路灯不亮。',
    result: '当日修复。',
    openToPublic: false,
    ...more,
  }),
} satisfies Record<Library, (unit: Unit, more?: object) => object>

const entryOf = ({ id, number, title, revision }: Row, library: Library): Entry =>
  ({ id, number, title, revision, library }) as Entry

export async function write(
  editor: Person,
  unit: Unit,
  more: object = {},
  library: Library = 'knowledge',
): Promise<Entry> {
  const sent = completeIn[library](unit, more)
  const { status, body } = await editor.post<Body>(`/api/${library}`, sent)
  if (status !== 201) throw new Error(`Not written: ${status} ${JSON.stringify(body)}`)
  return entryOf(body.doc, library)
}

/** Saves from the revision of `entry`; the answer as it came. */
export const save = (editor: Person, entry: Entry, data: object) =>
  editor.patch<Body>(`/api/${entry.library}/${entry.id}`, { startedFrom: entry.revision, ...data })

export async function saved(editor: Person, entry: Entry, data: object): Promise<Entry> {
  const { status, body } = await save(editor, entry, data)
  if (status !== 200) throw new Error(`Not saved: ${status} ${JSON.stringify(body)}`)
  return entryOf(body.doc, entry.library)
}

export const step = (person: Person, entry: Entry, name: string, more: object = {}) =>
  person.post<Body>(`/api/${entry.library}/${entry.id}/${name}`, {
    revision: entry.revision,
    ...more,
  })

export const review = (person: Person, entry: Entry) =>
  person.get<Body & { html: string; hash: string; findings: string[]; steps: string[] }>(
    `/api/${entry.library}/${entry.id}/review`,
  )

export const history = async (person: Person, entry: Entry): Promise<Row[]> =>
  (await person.get<Body>(`/api/${entry.library}/${entry.id}/history`)).body.docs

export const copyOf = (person: Person, entry: Entry) =>
  person.get<Row>(`/api/${entry.library}/${entry.id}?depth=0`)

/** Where the entry stands, as the worklist of its people says it. */
export async function standing(person: Person, entry: Entry): Promise<Row | undefined> {
  const { body } = await person.get<Body>('/api/worklist')
  return body.docs.find(({ id }) => id === entry.id)
}

export async function submit(editor: Person, entry: Entry, more: object = {}): Promise<Entry> {
  await mustBe(200, step(editor, entry, 'submit', more))
  return entry
}

/** Opens, reads and approves, as an approver does. */
export async function approve(approver: Person, entry: Entry, more: object = {}): Promise<Entry> {
  await mustBe(200, review(approver, entry))
  await mustBe(200, step(approver, entry, 'approve', { confirmed: true, ...more }))
  return entry
}

/** Written, submitted and approved: read by those it is open to. */
export async function publish(
  people: { editor: Person; approver: Person },
  unit: Unit,
  more: object = {},
  library: Library = 'knowledge',
): Promise<Entry> {
  const entry = await write(people.editor, unit, more, library)
  await submit(people.editor, entry)
  return approve(people.approver, entry)
}

/** A step that must succeed; the entry as it is after. */
export async function take(
  person: Person,
  entry: Entry,
  name: string,
  more: object = {},
): Promise<Entry> {
  const { status, body } = await step(person, entry, name, more)
  if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`)
  return { ...entry, revision: body.revision }
}

async function mustBe(status: number, asked: Promise<{ status: number; body: unknown }>) {
  const answer = await asked
  if (answer.status !== status) {
    throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`)
  }
}
