import { has, type Actor } from './cast'
import { ask, type Look } from './doors'
import { isInReach, isSilent } from './seeing'
import { personOf, type Stage } from './stage'
import type { Entry } from './words'

/** Consulted approvers may be shown the copy they answer about: nothing is demanded of those doors. */
const isOpenQuestion = (actor: Actor, entry: Entry) =>
  !isInReach(actor, entry) && isSilent(actor, entry)

type Copy = { id: string; openToUnits: unknown; openToPublic: unknown; revision: number }

/** The working copy by its id: the text, the switches and the revision last saved. */
const copy: Look = async (play, actor, entry) => {
  const path = `/api/${entry.library}/${entry.id}?depth=0`
  const { answer, leaks } = await ask<Copy>(play, actor, path)
  if (isOpenQuestion(actor, entry)) return leaks
  if (!isInReach(actor, entry)) {
    return answer.status === 200 ? [...leaks, `${path} is shown: ${answer.status}`] : leaks
  }
  // Whether a copy in the trash can still be opened is not said.
  if (entry.isTrashed && answer.status !== 200) return leaks
  const { body } = answer
  const text = JSON.stringify(body)
  const wrong = [...leaks]
  if (isWordy(entry) && !text.includes(entry.copy.words)) {
    wrong.push(`${path} lacks ${entry.copy.words}`)
  }
  if (body.revision !== entry.revision) wrong.push(`${path} is of revision ${body.revision}`)
  const { units, public: open } = entry.copy
  if (entry.library !== 'cases' && (body.openToUnits ?? null) !== units) {
    wrong.push(`${path} is open to units: ${String(body.openToUnits)}, not ${String(units)}`)
  }
  if (entry.library !== 'plans' && (body.openToPublic ?? null) !== open) {
    wrong.push(`${path} is open to the public: ${String(body.openToPublic)}, not ${String(open)}`)
  }
  return wrong
}

/** An incomplete notice has no text, and so no words. */
const isWordy = ({ library, copy: { isFilled } }: Entry) => library !== 'notices' || isFilled

type Row = {
  id: string
  state: string
  revision: number
  liveRevision: number | null
  deletionRequestedBy?: string | null
  isWithdrawn?: boolean
  trashedAt?: string | null
}

/** The worklist of the unit, page by page: for those who read copies the entry as it stands. */
const worklist: Look = (play, actor, entry) =>
  listed(play, actor, { entry, scope: entry.isTrashed ? 'flag=trash' : `state=${entry.state}` })

/** State and revision, as the centre sees them on top of what was touched last. */
const standing: Look = async (play, actor, entry) =>
  has(actor, 'centre')
    ? listed(play, actor, { entry, scope: entry.isTrashed ? 'flag=trash' : '' })
    : []

async function listed(...[play, actor, { entry, scope }]: [...Looking, Scoped]) {
  const unit = play.stage.units[entry.unit].id
  const path = `/api/worklist?library=${entry.library}&unit=${unit}&${scope}`
  const wrong: string[] = []
  for (let page = 1; ; page += 1) {
    const { answer, leaks } = await ask<{ docs?: Row[] }>(play, actor, `${path}&page=${page}`)
    wrong.push(...leaks)
    const docs = answer.body?.docs ?? []
    const row = docs.find(({ id }) => id === entry.id)
    if (row) return [...wrong, ...compareRow(play, actor, { entry, row, scope: path })]
    if (docs.length > 0) continue
    const mustBeThere = isInReach(actor, entry)
    return mustBeThere ? [...wrong, `${path} lacks ${entry.key}: ${answer.status}`] : wrong
  }
}

type Looking = [Parameters<Look>[0], Actor]
type Scoped = { entry: Entry; scope: string }
type Listed = { entry: Entry; row: Row; scope: string }

function compareRow({ stage }: Parameters<Look>[0], actor: Actor, { entry, row, scope }: Listed) {
  if (isOpenQuestion(actor, entry)) return []
  if (isOpenQuestion(actor, entry)) return []
  if (!isInReach(actor, entry)) return [`${scope} shows ${entry.key}`]
  const expected: Record<string, unknown> = {
    state: entry.state,
    revision: entry.revision,
    liveRevision: entry.live?.revision ?? null,
    isTrashed: entry.isTrashed,
    // Whether the trash still tells what stood beside the state before is not said.
    ...(entry.isTrashed
      ? {}
      : { isWithdrawn: entry.withdrawn !== null, deletionRequestedBy: askedBy(stage, entry) }),
  }
  const shown: Record<string, unknown> = {
    ...{ state: row.state, revision: row.revision, liveRevision: row.liveRevision ?? null },
    ...{ deletionRequestedBy: row.deletionRequestedBy || null },
    ...{ isWithdrawn: row.isWithdrawn ?? false, isTrashed: Boolean(row.trashedAt) },
  }
  return Object.keys(expected)
    .filter((key) => expected[key] !== shown[key])
    .map(
      (key) => `${scope}: ${entry.key} ${key} ${String(shown[key])}, not ${String(expected[key])}`,
    )
}

const askedBy = (stage: Stage, { deletionBy }: Entry) =>
  deletionBy && personOf(stage, deletionBy).id

type Record_ = { id: string; step: string; by: string; from: string; to: string; revision: number }

/** The history: one record for each step taken, newest first, and none for what was refused. */
export const history: Look = async (play, actor, entry) => {
  const path = `/api/${entry.library}/${entry.id}/history`
  const { answer, leaks } = await ask<{ docs?: Record_[] }>(play, actor, path)
  if (isOpenQuestion(actor, entry)) return leaks
  if (!isInReach(actor, entry)) {
    return answer.status === 200 ? [...leaks, `${path} is shown`] : leaks
  }
  const shown = (answer.body.docs ?? []).map(
    ({ step, by, from, to, revision }) => `${step} by ${by} ${from} → ${to} r${revision}`,
  )
  const expected = entry.decisions.toReversed().map(({ step, by, from, to, revision }, index) => {
    const actual = answer.body.docs?.[index]
    const { id } = personOf(play.stage, by)
    return `${step} by ${id} ${from ?? actual?.from} → ${to ?? actual?.to} r${revision}`
  })
  if (shown.join('\n') === expected.join('\n')) return leaks
  return [...leaks, `${path} tells\n${shown.join('\n')}\nnot\n${expected.join('\n')}`]
}

/** What Payload keeps of former texts. */
const versions: Look = async (play, actor, entry) => {
  const path = `/api/${entry.library}/versions?where[parent][equals]=${entry.id}&depth=0`
  const { answer, leaks } = await ask<{ docs?: unknown[] }>(play, actor, path)
  if (isInReach(actor, entry) || isSilent(actor, entry)) return leaks
  return (answer.body?.docs ?? []).length > 0 ? [...leaks, `${path} shows versions`] : leaks
}

/** Payload's own list and count of working copies. */
const copies: Look = async (play, actor, entry) => {
  const where = `where[id][equals]=${entry.id}`
  const list = await ask<{ docs?: unknown[] }>(
    play,
    actor,
    `/api/${entry.library}?${where}&depth=0`,
  )
  const count = await ask<{ totalDocs?: number }>(
    play,
    actor,
    `/api/${entry.library}/count?${where}`,
  )
  const wrong = [...list.leaks, ...count.leaks]
  const found = [list.answer.body?.docs?.length ?? 0, count.answer.body?.totalDocs ?? 0]
  if (isOpenQuestion(actor, entry)) return wrong
  const isHidden = !isInReach(actor, entry) && found.some((number) => number > 0)
  const isMissing = isInReach(actor, entry) && !entry.isTrashed && found.some((n) => n !== 1)
  return isHidden || isMissing ? [...wrong, `/api/${entry.library}?${where} finds ${found}`] : wrong
}

export const copyDoors: Record<string, Look> = {
  copy,
  worklist,
  history,
  versions,
  copies,
  standing,
}
