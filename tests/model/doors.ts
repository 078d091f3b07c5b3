import { setTimeout as pause } from 'node:timers/promises'
import type { Answer } from '../server/ask'
import { askAs } from './asking'
import { actors, type Actor } from './cast'
import { forbiddenMarks, isInAudience, textFor } from './seeing'
import { personOf, type Stage } from './stage'
import { fileOf } from './wire'
import { entryOf, type Entry, type UnitKey, type World } from './words'

export type Play = { stage: Stage; world: World }
/** One reader looks through one door; what is other than the model says, a sentence each. */
export type Look = (play: Play, actor: Actor, entry: Entry) => Promise<string[]>

const citizen = actors.find(({ kind }) => kind === 'citizen') as Actor

/** Whose address: everybody's own, or the public one, where whoever asks is answered as a citizen. */
type Side = { api: string; as: Actor }
const ownSide = (actor: Actor): Side =>
  actor.kind === 'citizen'
    ? { api: '/api/public', as: citizen }
    : { api: '/api', as: actor.kind === 'publicKey' ? citizen : actor }
const publicSide = (): Side => ({ api: '/api/public', as: citizen })

export async function ask<Shape>(
  { stage, world }: Play,
  actor: Actor,
  path: string,
): Promise<{ answer: Answer<Shape>; leaks: string[] }> {
  const answer = await askAs<Shape>(personOf(stage, actor.key), path)
  const text = JSON.stringify(answer.body) ?? ''
  const leaked = forbiddenMarks(actor, world).filter((mark) => text.includes(mark))
  const leaks = leaked.map((mark) => `${path} shows ${mark}, which this reader may not see`)
  if (answer.status >= 500) leaks.push(`${path} failed: ${answer.status} ${text.slice(0, 200)}`)
  return { answer, leaks }
}

type Read = { id: string; title: string; code: string; sentence?: string; successor?: string }

const byNumber =
  (sideOf: (actor: Actor) => Side): Look =>
  async (play, actor, entry) => {
    const { api, as } = sideOf(actor)
    const path = `${api}/entries/${entry.number}`
    const { answer, leaks } = await ask<Read>(play, actor, path)
    const live = textFor(as, entry)
    if (!live) return [...leaks, ...comparePast(play.world, as, { entry, answer, path })]
    const isThere =
      answer.status === 200 &&
      answer.body.id === entry.id &&
      JSON.stringify(answer.body).includes(live.words)
    return isThere ? leaks : [...leaks, `${path} does not show ${live.words}: ${told(answer)}`]
  }

const told = ({ status, body }: Answer<unknown>) =>
  `${status} ${JSON.stringify(body).slice(0, 300)}`

type Past = { entry: Entry; answer: Answer<Read>; path: string }

/** What is not there is 404; only who would have read a withdrawn text is told its sentence. */
function comparePast(world: World, as: Actor, { entry, answer, path }: Past): string[] {
  if (answer.status !== 404 || answer.body.code !== 'notFound') {
    return [`${path} should be 404: ${told(answer)}`]
  }
  const { withdrawn } = entry
  const wasReader = withdrawn !== null && isInAudience(as, entry, withdrawn.text)
  // A text whose validity was over had no readers any more: whether they are told is not said.
  if (withdrawn && withdrawn.text.validity !== 'always') return []
  const sentence = wasReader ? withdrawn.sentence : undefined
  const shown = answer.body.sentence
  const wrong =
    shown === sentence ? [] : [`${path} tells ${String(shown)}, not ${String(sentence)}`]
  const leads = wasReader ? ends(world, as, withdrawn.successor) : [undefined]
  if (!leads.includes(answer.body.successor ?? undefined)) {
    wrong.push(`${path} leads to ${String(answer.body.successor)}, not to ${leads.join(' or ')}`)
  }
  return wrong
}

/** Where old links lead: to the successor; where it was merged itself, to the end of the chain or nowhere. */
function ends(world: World, as: Actor, key: string | null): (string | undefined)[] {
  if (!key) return [undefined]
  const next = entryOf(world, key)
  if (textFor(as, next)) return [next.number]
  if (next.withdrawn?.kind !== 'merged') return [undefined]
  return [undefined, ...ends(world, as, next.withdrawn.successor)]
}

type Listed = { entries: { id: string }[]; total: number }

/** Everything of the unit, page by page: exactly what this reader may read, and counted so. */
const list =
  (sideOf: (actor: Actor) => Side): Look =>
  async (play, actor, entry) => {
    const { api, as } = sideOf(actor)
    const scope = `${api}/entries?unit=${play.stage.units[entry.unit].id}&library=${entry.library}`
    const found: string[] = []
    const wrong: string[] = []
    for (let page = 1; ; page += 1) {
      const { answer, leaks } = await ask<Listed>(play, actor, `${scope}&page=${page}`)
      wrong.push(...leaks)
      if (answer.status !== 200) return [...wrong, `${scope}: ${told(answer)}`]
      found.push(...answer.body.entries.map(({ id }) => id))
      if (found.length >= answer.body.total || answer.body.entries.length === 0) {
        const expected = [...play.world.entries.values()].filter(
          ({ unit, library }) => unit === entry.unit && library === entry.library,
        )
        return [
          ...wrong,
          ...compareSets({ found, expected, as, where: scope }),
          ...(answer.body.total === found.length ? [] : [`${scope} counts ${answer.body.total}`]),
        ]
      }
    }
  }

type Sets = { found: string[]; expected: Entry[]; as: Actor; where: string }

/** Entries of earlier sequences are no matter here; they were deleted or are counted by their list. */
function compareSets({ found, expected, as, where }: Sets): string[] {
  return expected.flatMap((entry) => {
    const isThere = found.includes(entry.id)
    const should = textFor(as, entry) !== null
    if (isThere === should) return []
    return [should ? `${where} lacks ${entry.key}` : `${where} shows ${entry.key}`]
  })
}

/** How long a text may take to be found, in milliseconds. */
const patience = 20_000

type Found = { hits: { id: string }[]; total: number }

/** The sequence's own word finds its entries: all that this reader may read and nothing else. */
const search =
  (sideOf: (actor: Actor) => Side): Look =>
  async (play, actor) => {
    const { api, as } = sideOf(actor)
    const path = `${api}/search?q=${encodeURIComponent(play.stage.word)}`
    const expected = [...play.world.entries.values()]
    const until = Date.now() + patience
    for (;;) {
      const { answer, leaks } = await ask<Found>(play, actor, path)
      if (answer.status !== 200) return [...leaks, `${path}: ${told(answer)}`]
      const { hits, total } = answer.body
      const found = hits.map(({ id }) => id)
      const wrong = [...leaks, ...compareSets({ found, expected, as, where: path })]
      if (total < 20 && total !== hits.length) wrong.push(`${path} counts ${total}: ${hits.length}`)
      // The index follows within moments: a hit may be late, but nothing hidden is ever shown.
      const isOnlyLate = wrong.length > 0 && wrong.every((sentence) => sentence.includes(' lacks '))
      if (!isOnlyLate || Date.now() > until) return wrong
      await pause(25)
    }
  }

type Branch = {
  id: string
  count: number
  categories: { id: string; count: number }[]
  units: Branch[]
}

/** The tree counts for each reader what the list of the same place holds. */
const tree: Look = async (play, actor, entry) => {
  const { api } = ownSide(actor)
  const { answer, leaks } = await ask<{ units: Branch[] }>(play, actor, `${api}/tree`)
  const unit = branches(answer.body.units ?? []).find(({ id }) => id === idOf(play, entry.unit))
  if (entry.library !== 'knowledge') return leaks
  const categories = play.stage.units[entry.unit].categories
  const filed = unit?.categories.find(({ id }) => {
    return id === (categories.services ?? categories.details)
  })
  const key = categories.services ? 'services' : 'details'
  const scope = `${api}/entries?library=knowledge&unit=${idOf(play, entry.unit)}&category=${key}`
  const listed = await ask<Listed>(play, actor, scope)
  const { total } = listed.answer.body
  return (filed?.count ?? 0) === total
    ? [...leaks, ...listed.leaks]
    : [...leaks, `${api}/tree counts ${filed?.count} where ${total} are listed`]
}

const idOf = ({ stage }: Play, unit: UnitKey) => stage.units[unit].id
const branches = (units: Branch[]): Branch[] =>
  units.flatMap((unit) => [unit, ...branches(unit.units)])

/** Readers get a file while a text they may read lists it. */
const file: Look = async ({ stage }, actor, entry) => {
  const stored = await fileOf(entry)
  if (!stored) return []
  const path = `/files/${String(stored.hash)}/${encodeURIComponent(String(stored.name))}`
  const { status } = await personOf(stage, actor.key).fetch(path)
  const as = actor.kind === 'publicKey' ? citizen : actor
  const expected = textFor(as, entry)?.hasFile ? 200 : 404
  return status === expected ? [] : [`${path} is ${status}, not ${expected}`]
}

/** The entry's own page, which a browser opens with the session as a cookie. */
const page: Look = async ({ stage }, actor, entry) => {
  if (actor.kind === 'agentKey' || actor.kind === 'publicKey') return []
  const person = personOf(stage, actor.key)
  const Cookie = person.token ? `payload-token=${person.token}` : ''
  const answer = await person.fetch(`/e/${entry.number}`, {
    headers: { Cookie, Authorization: '' },
  })
  const text = await answer.text()
  const live = textFor(actor, entry)
  const isThere = answer.status === 200 && live !== null && text.includes(live.words)
  const others = entry.marks.filter((mark) => mark !== live?.words)
  const leaked = others.some((mark) => text.includes(mark))
  if (isThere === (live !== null) && !leaked) return []
  return [`/e/${entry.number} is ${answer.status}${leaked ? ' and shows another text' : ''}`]
}

export const readingDoors: Record<string, Look> = {
  number: byNumber(ownSide),
  list: list(ownSide),
  search: search(ownSide),
  tree,
  portalNumber: byNumber(publicSide),
  portalList: list(publicSide),
  portalSearch: search(publicSide),
  file,
  page,
}
