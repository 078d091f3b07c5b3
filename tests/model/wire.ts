import { randomUUID } from 'node:crypto'
import type { Row } from '../int/answers'
import { unique } from '../int/city'
import { text as paragraphs } from '../int/entries'
import type { Change, StepAction, WriteAction } from './actions'
import { sentenceOf } from './outcomes'
import { personOf, type Stage } from './stage'
import { entryOf, type Entry, type Library, type Text, type UnitKey, type World } from './words'

/** A file of one entry, put on the server when its text first lists it. */
const files = new Map<string, Promise<Row>>()

/** Of characters no other title has in this order: what asks for it is near to nothing else. */
export const newWord = () =>
  Array.from({ length: 6 }, () =>
    String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 5000)),
  ).join('')

export const fileOf = (entry: { id: string }): Promise<Row> | undefined => files.get(entry.id)

const fieldsOfWords: Record<Library, (text: Text) => Record<string, unknown>> = {
  knowledge: ({ words, isFilled }) => ({
    summary: isFilled ? `${words}，到窗口办理。` : '',
    body: paragraphs(`${words}：带身份证到窗口办理。`),
  }),
  plans: ({ words, isFilled }) => ({
    summary: isFilled ? `${words}，先回应再核实。` : '',
    body: paragraphs(`${words}：先回应诉求，再到现场核实。`),
  }),
  notices: ({ words, isFilled }) => ({
    body: isFilled ? paragraphs(`${words}：现通知如下。`) : null,
  }),
  cases: ({ words, isFilled }) => ({
    content: `${words}：来电反映路灯不亮。`,
    result: isFilled ? `${words}：当日修好。` : '',
  }),
}

const days = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Shanghai',
  })

const validityOf: Record<Text['validity'], object> = {
  always: { validFrom: null, validUntil: null },
  over: { validFrom: null, validUntil: days(-1) },
  later: { validFrom: days(2), validUntil: null },
}

/** The change as the API takes it: only what is named, and only what the library has. */
export async function fieldsOf(
  library: Library,
  { text, change, file }: { text: Text; change: Change; file: () => Promise<Row> },
): Promise<Record<string, unknown>> {
  const fields: Record<string, unknown> = {}
  if ('words' in change || 'isFilled' in change) Object.assign(fields, fieldsOfWords[library](text))
  if ('units' in change && library !== 'cases') fields.openToUnits = change.units
  if ('public' in change && library !== 'plans') fields.openToPublic = change.public
  if ('validity' in change && library === 'knowledge') {
    Object.assign(fields, validityOf[text.validity])
  }
  const hasFiles = library === 'knowledge' || library === 'notices'
  if (change.hasFile !== undefined && hasFiles) {
    fields.attachments = change.hasFile ? [(await file()).id] : []
  }
  return fields
}

/** What a new entry is sent as; its file is that of its id, which does not exist yet. */
export async function bodyToWrite(stage: Stage, action: WriteAction, world: World) {
  const { library, text, by, key } = action
  const unit = stage.units[action.unit]
  const title = `如何办理 ${stage.word} ${key}${unique()} ${newWord()}？`
  let file: Promise<Row> | undefined
  const change = text.hasFile ? text : { ...text, hasFile: undefined }
  const fields = await fieldsOf(library, {
    ...{ text, change },
    file: () => (file = upload(stage, by)),
  })
  const more: Record<Library, object> = {
    knowledge: {
      category: unit.categories.services ?? unit.categories.details,
      ...(action.isDueSoon ? { reviewBy: days(10) } : {}),
    },
    plans: { unit: unit.id },
    notices: { unit: unit.id, kind: kinds[world.entries.size % kinds.length] },
    cases: { unit: unit.id, ...(action.isConfidential ? { isConfidential: true } : {}) },
  }
  const coUnits = action.coUnits.length > 0 ? { coUnits: idsOf(stage, action.coUnits) } : {}
  const remember = (id: string) => void (file && files.set(id, file))
  return { title, body: { title, ...fields, ...more[library], ...coUnits }, remember }
}

const kinds = ['announcement', 'letterStatistics', 'workBrief', 'news']
const idsOf = ({ units }: Stage, keys: UnitKey[]) => keys.map((key) => units[key].id)

/** The text of a save or a direct save. */
export function bodyToSave(stage: Stage, by: string, { entry, change }: ToSave) {
  return fieldsOf(entry.library, {
    ...{ text: { ...entry.copy, ...change }, change },
    file: () => {
      const known = files.get(entry.id) ?? upload(stage, by)
      files.set(entry.id, known)
      return known
    },
  })
}
type ToSave = { entry: Entry; change: Change }

/** A small document, each of its own content. */
async function upload(stage: Stage, by: string): Promise<Row> {
  const pdf = `%PDF-1.4\n% ${randomUUID()}\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF`
  const body = new FormData()
  body.set('file', new Blob([pdf], { type: 'application/pdf' }), '附件.pdf')
  const answer = await personOf(stage, by).fetch('/api/media', { method: 'POST', body })
  const { doc } = (await answer.json()) as { doc?: Row }
  if (!doc) throw new Error(`${by} could not add a file: ${answer.status}`)
  return doc
}

/** What a step carries beside the revision. */
export async function bodyOfStep(stage: Stage, world: World, action: StepAction) {
  const { step } = action
  const first = entryOf(world, action.entries[0] ?? '')
  const reason = action.hasReason ? { reason: '请按规定办理' } : {}
  switch (step) {
    case 'approve':
      return { ...(action.isConfirmed ? { confirmed: true } : {}), reopen: action.reopen }
    case 'publish':
      return action.isConfirmed ? { confirmed: true } : {}
    case 'return':
      return { ...reason, online: action.staysOnline }
    case 'open':
    case 'close':
      return { to: action.to }
    case 'withdraw': {
      const successor =
        action.successor === null ? {} : { successor: entryOf(world, action.successor).id }
      const sentence = action.hasReason ? { sentence: sentenceOf(first) } : {}
      return { kind: action.why, ...sentence, ...successor }
    }
    case 'saveDirectly':
      return bodyToSave(stage, action.by, { entry: first, change: action.change })
    default:
      return reason
  }
}

/** What somebody adds to a body by hand; none of it may have an effect. */
export const craftedBody = (stage: Stage, crafted: string | null): object =>
  ({
    _status: { _status: 'published' },
    deletedAt: { deletedAt: '2000-01-01T00:00:00.000Z', trashedAt: '2000-01-01T00:00:00.000Z' },
    draft: { draft: false, autosave: true },
    state: { state: 'approved', to: 'approved', from: 'draft', entry: { state: 'approved' } },
    unit: { unitAbove: null, path: [stage.units.department.id], number: 'ZS999999' },
    live: { isLive: true, slot: 'x', publication: { title: 'x' }, liveRevision: 9 },
  })[crafted ?? ''] ?? {}
