import type { Library, State, Step } from '@/access/rules'
import { as, type Person } from '../server/people'
import { foundCity, hire, type Worker } from './city'
import { review, take, write, type Entry } from './entries'

/** Where an entry can stand when a step is asked for, and the steps that brought it there. */
export const situations = {
  draft: [],
  pending: ['submit'],
  recalled: ['submit', 'recall'],
  returned: ['submit', 'return'],
  approved: ['submit', 'approve'],
  revised: ['submit', 'approve', 'revise'],
  revisedPending: ['submit', 'approve', 'revise', 'submit'],
  requested: ['submit', 'approve', 'requestDeletion'],
  trashed: ['submit', 'approve', 'delete'],
  withdrawn: ['submit', 'approve', 'withdraw'],
  activated: ['submit', 'approve', 'activate'],
  pushed: ['submit', 'approve', 'push'],
} satisfies Record<string, Named[]>
export type Situation = keyof typeof situations

export type Named = Exclude<Step, 'relocate' | 'purge' | 'lapse'>
export type Role = 'editor' | 'approver' | 'centre' | 'consulted'

export type Row = {
  libraries: readonly Library[]
  /** From where it is taken, and the state it leads to; `unapproved`: an approved copy becomes a draft. */
  from: readonly Situation[]
  to: State | 'same' | 'unapproved'
  /** From where it is refused as a wrong state. */
  never: readonly Situation[]
  by: readonly Role[]
  casesBy?: readonly Role[]
  body?: object
  several?: boolean
  /** Only while 修改已审批信息须先退回 is on. */
  returnFirst?: boolean
  isConsulted?: boolean
}

const knowledgeLike: readonly Library[] = ['knowledge', 'plans', 'notices']
const all: readonly Library[] = [...knowledgeLike, 'cases']
const reason = { reason: '按规定办理' }
const until = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()

/**
 * The specification's table of the workflow, written from its text and not from src/access/rules.ts.
 * Source: the operating procedure (知识库系统操作规程) as the specification quotes it.
 */
// prettier-ignore
export const table = {
  submit: { libraries: knowledgeLike, from: ['draft', 'recalled', 'returned', 'revised'], to: 'pending', never: ['pending', 'approved', 'requested', 'trashed'], by: ['editor'], several: true },
  recall: { libraries: knowledgeLike, from: ['pending', 'revisedPending'], to: 'draft', never: ['draft', 'approved', 'returned', 'trashed'], by: ['editor'] },
  approve: { libraries: knowledgeLike, from: ['pending', 'revisedPending'], to: 'approved', never: ['draft', 'returned', 'approved', 'requested', 'trashed'], by: ['approver'], body: { confirmed: true }, several: true },
  return: { libraries: knowledgeLike, from: ['pending', 'revisedPending', 'approved'], to: 'returned', never: ['draft', 'revised', 'returned', 'trashed'], by: ['approver'], body: reason },
  revise: { libraries: knowledgeLike, from: ['approved'], to: 'draft', never: ['draft', 'revised', 'pending', 'returned', 'requested', 'trashed'], by: ['editor'] },
  requestReturn: { libraries: knowledgeLike, from: ['approved'], to: 'same', never: ['draft', 'pending', 'returned', 'requested', 'trashed'], by: ['editor'], body: reason, returnFirst: true },
  saveDirectly: { libraries: ['knowledge', 'plans', 'cases'], from: ['approved'], to: 'same', never: ['draft', 'revised', 'revisedPending', 'pending', 'returned', 'requested', 'trashed'], by: ['centre'], body: { title: '以此为准吗？' } },
  requestDeletion: { libraries: knowledgeLike, from: ['draft', 'returned', 'approved', 'revised'], to: 'same', never: ['pending', 'revisedPending', 'requested', 'trashed'], by: ['editor'], body: reason, several: true },
  withdrawRequest: { libraries: knowledgeLike, from: ['requested'], to: 'same', never: ['draft', 'pending', 'approved', 'trashed'], by: ['editor'], several: true },
  approveDeletion: { libraries: knowledgeLike, from: ['requested'], to: 'same', never: ['draft', 'pending', 'approved', 'trashed'], by: ['approver'] },
  refuseDeletion: { libraries: knowledgeLike, from: ['requested'], to: 'same', never: ['draft', 'pending', 'approved', 'trashed'], by: ['approver'], body: reason },
  discard: { libraries: knowledgeLike, from: ['draft'], to: 'same', never: ['recalled', 'revised', 'pending', 'returned', 'approved', 'trashed'], by: ['editor'] },
  publish: { libraries: ['cases'], from: ['draft'], to: 'approved', never: ['approved', 'trashed'], by: ['centre'], body: { confirmed: true } },
  delete: { libraries: all, from: ['draft', 'pending', 'returned', 'approved', 'revised', 'requested', 'withdrawn'], to: 'same', never: ['trashed'], by: ['approver'], casesBy: ['centre'], several: true },
  restore: { libraries: all, from: ['trashed'], to: 'draft', never: ['draft', 'pending', 'approved', 'requested'], by: ['centre'], several: true },
  open: { libraries: knowledgeLike, from: ['approved', 'revised', 'revisedPending', 'requested'], to: 'same', never: ['draft', 'pending', 'withdrawn', 'trashed'], by: ['approver'], body: { to: 'units' }, several: true },
  close: { libraries: knowledgeLike, from: ['approved', 'revised', 'revisedPending', 'requested'], to: 'same', never: ['draft', 'pending', 'withdrawn', 'trashed'], by: ['approver'], body: { to: 'units' }, several: true },
  withdraw: { libraries: all, from: ['approved', 'revised', 'revisedPending', 'requested'], to: 'unapproved', never: ['draft', 'pending', 'withdrawn', 'trashed'], by: ['approver', 'centre'], casesBy: ['centre'], body: { kind: 'inError', sentence: '内容有误' } },
  resume: { libraries: knowledgeLike, from: ['withdrawn'], to: 'same', never: ['draft', 'pending', 'approved', 'trashed'], by: ['approver'] },
  activate: { libraries: ['plans'], from: ['approved', 'revised', 'revisedPending', 'requested'], to: 'same', never: ['draft', 'pending', 'activated', 'withdrawn', 'trashed'], by: ['approver', 'centre'], body: { sentence: '按预案答复', until } },
  reschedule: { libraries: ['plans'], from: ['activated'], to: 'same', never: ['draft', 'pending', 'approved', 'withdrawn', 'trashed'], by: ['approver', 'centre'], body: { until } },
  deactivate: { libraries: ['plans'], from: ['activated'], to: 'same', never: ['draft', 'pending', 'approved', 'withdrawn', 'trashed'], by: ['approver', 'centre'] },
  push: { libraries: knowledgeLike, from: ['approved', 'revised', 'revisedPending', 'requested'], to: 'same', never: ['draft', 'pending', 'pushed', 'withdrawn', 'trashed'], by: ['approver', 'centre'] },
  unpush: { libraries: knowledgeLike, from: ['pushed'], to: 'same', never: ['draft', 'pending', 'approved', 'withdrawn', 'trashed'], by: ['approver', 'centre'] },
  agree: { libraries: knowledgeLike, from: ['pending'], to: 'same', never: [], by: ['consulted'], isConsulted: true },
  object: { libraries: knowledgeLike, from: ['pending'], to: 'same', never: [], by: ['consulted'], body: reason, isConsulted: true },
} satisfies Record<Named, Omit<Row, 'step'>>

/** The people of one body, of the county above it, of a department beside it, and of the centre. */
export async function people() {
  const city = await foundCity()
  const { bureau, county, elsewhere } = city
  const office = await hire(county, 'editor', 'approver')
  return {
    ...city,
    coUnits: [elsewhere.id],
    everybody: {
      editor: city.editor,
      approver: city.approver,
      consulted: await hire(elsewhere, 'approver'),
      centre: await as('centre'),
      staff: await hire(bureau, 'staff'),
      above: office,
      stranger: city.stranger,
      agent: await as('agent'),
      operator: await as('operator'),
      auditor: await as('auditor'),
    } satisfies Record<string, Person>,
  }
}
export type People = Awaited<ReturnType<typeof people>>
type Cast = Pick<People, 'bureau' | 'coUnits'> & { everybody: Record<Role, Person> }

/** Cases are published by the centre and know draft and approved only. */
const wayOfCases: Partial<Record<Situation, Named[]>> = {
  draft: [],
  approved: ['publish'],
  trashed: ['publish', 'delete'],
  withdrawn: ['publish', 'withdraw'],
}

export const isPossible = (library: Library, situation: Situation) =>
  library !== 'cases' || situation in wayOfCases

/** A new entry that stands there, brought by the steps people take. */
export async function bring(
  { bureau, coUnits, everybody }: Cast,
  { library, situation, name }: { library: Library; situation: Situation; name: Named },
): Promise<Entry> {
  const isCase = library === 'cases'
  const more = {
    openToUnits: name === 'close',
    ...(rowOf(name).isConsulted ? { coUnits } : {}),
  }
  const writer = isCase ? everybody.centre : everybody.editor
  let entry = await write(writer, bureau, isCase ? {} : more, library)
  for (const step of (isCase ? wayOfCases : situations)[situation] ?? []) {
    entry = await takeAs(everybody[takerOf(step, library)[0] as Role], entry, step)
  }
  return entry
}

export const rowOf = (name: Named): Row => table[name]

export const takerOf = (name: Named, library: Library): readonly Role[] =>
  (library === 'cases' ? rowOf(name).casesBy : undefined) ?? rowOf(name).by

/** The step as this person takes it: what is decided on was opened before. */
export async function takeAs(person: Worker | Person, entry: Entry, name: Named): Promise<Entry> {
  if (isOpenedFirst(name)) await review(person, entry)
  return take(person, entry, name, rowOf(name).body)
}

export const isOpenedFirst = (name: Named) => ['approve', 'agree', 'object'].includes(name)
