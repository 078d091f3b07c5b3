import type { Endpoint, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { actorOf, type Actor } from '@/access/actor'
import { audienceOf, audienceQuery } from '@/access/audience'
import { reachQuery } from '@/access/reach'
import type { Library, State } from '@/access/rules'
import { searchEngine } from '@/search'
import { languageNow } from '@/search/language'
import { nearEnough, nearness, questionOf, tellingWords } from '@/search/text/nearness'
import { synonymsOf, type Language } from '@/search/text/vocabulary'
import { readRows } from '@/tables'
import { answer } from '../answer'
import { namesOf } from '../namesOf'
import { Refused } from '../Refused'
import { sentAs } from '../sentAs'
import { findAll } from '../store'

export const similarAsked = z.object({ title: z.string(), except: z.string().optional() })

/** `GET /api/{library}/similar?title=…&except=<id>`: for those who write or decide. */
export const similarEndpoint = (library: Library): Endpoint =>
  answer('get', '/similar', async (req) => {
    const actor = actorOf(req.user)
    if (!actor) throw new Refused('notSignedIn')
    if (reachQuery(actor) === false) throw new Refused('notAllowed')
    const { title, except } = sentAs(similarAsked, req.query)
    return { entries: await similarEntries({ req, actor, library, title, except }) }
  })

/** An entry that asks nearly the same. */
export type Similar = {
  id: string
  number: string
  library: Library
  title: string
  unit: { id: string; name: string }
  /** Of the working copy; null where only the live text may be read. */
  state: State | null
  isLive: boolean
  /** From `nearEnough` to 1. */
  nearness: number
}

type Asked = {
  req: PayloadRequest
  actor: Actor
  library: Library
  title: string
  /** The entry that is being written. */
  except?: string
}

type LiveRow = {
  entry: string
  number: string
  title: string
  similarQuestions: string[] | null
  unit: string
}
type CopyRow = {
  id: string
  number: string
  title: string
  unit: string
  state: State
  liveRevision: number | null
}

const most = 5
/** How many the search engine proposes, and how many working copies are looked at. */
const proposed = 20
const lookedAt = 300
const mostWords = 6
const longestTitle = 300

/**
 * What is there already and asks nearly the same, best first: live texts that this person may read, and
 * working copies within reach. Of what may not be read neither text nor number nor state is told.
 */
export async function similarEntries(asked: Asked): Promise<Similar[]> {
  const title = asked.title.slice(0, longestTitle)
  const language = await languageNow(asked.req.payload)
  const words = tellingWords(questionOf(title, language))
  if (words.length === 0) return []
  const live = await liveOnes(asked, language)
  const copies = await copiesInReach(
    asked,
    words
      .slice(0, mostWords)
      .flatMap((word) => [word, ...synonymsOf(word, language.touching(word).synonyms)]),
    live.map(({ entry }) => entry),
  )
  const units = [...live, ...copies].map(({ unit }) => unit)
  const names = await namesOf(asked.req.payload, units, 'nodes')
  const only = live.filter(({ entry }) => !copies.some(({ id }) => id === entry))
  const nearest = nearnessTo(title, names, language)
  return [
    ...copies.map((copy) => ofCopy(copy, live, nearest)),
    ...only.map((row) => ofLive(row, nearest)),
  ]
    .filter(({ id, nearness: near }) => id !== asked.except && near >= nearEnough)
    .sort((one, other) => other.nearness - one.nearness || (one.number < other.number ? -1 : 1))
    .slice(0, most)
    .map(({ unit, ...entry }) => ({
      ...entry,
      library: asked.library,
      unit: { id: unit, name: names.get(unit) ?? '' },
    }))
}

/** The engine proposes, the database decides what this person may read now. */
async function liveOnes(
  { req, actor, library, title }: Asked,
  language: Language,
): Promise<LiveRow[]> {
  const now = new Date()
  const audience = audienceOf(actor)
  const ids = await proposedIds({ req, actor, library, title }, language, now.getTime())
  if (ids.length === 0) return []
  const docs = await findAll({
    req,
    collection: 'publications',
    where: {
      and: [audienceQuery(audience, now), { slot: { in: ids } }, { library: { equals: library } }],
    },
    select: { entry: true, number: true, title: true, similarQuestions: true, unit: true },
  })
  return docs as unknown as LiveRow[]
}

/** Nothing where the engine does not answer: a hint is left out, and what is written goes on. */
async function proposedIds(
  { req, actor, library, title }: Asked,
  language: Language,
  now: number,
): Promise<string[]> {
  const text = title.slice(0, longestTitle)
  const vocabulary = language.touching(text)
  const audience = audienceOf(actor)
  const asked = { text, vocabulary, library, now, audience, page: 1, pageSize: proposed }
  try {
    const { hits } = await searchEngine().search(asked)
    return hits.map(({ id }) => id)
  } catch (error) {
    req.payload.logger.warn({ err: error, msg: 'The search engine did not answer.' })
    return []
  }
}

/** Those whose title holds one of the telling words, and those that are live and were proposed. */
async function copiesInReach(
  { req, actor, library }: Asked,
  forms: readonly string[],
  ids: readonly string[],
): Promise<CopyRow[]> {
  const reach = reachQuery(actor)
  if (reach === false) return []
  const either: Where[] = [
    ...forms.map((form) => ({ title: { contains: form } })),
    ...(ids.length > 0 ? [{ id: { in: ids } }] : []),
  ]
  const rows = await readRows(req.payload, {
    collection: 'register',
    columns: ['id', 'number', 'title', 'unit', 'state', 'liveRevision'],
    where: {
      and: [
        { library: { equals: library } },
        { trashedAt: { exists: false } },
        ...(reach === true ? [] : [reach]),
        { or: either },
      ],
    },
    sort: '-updatedAt',
    limit: lookedAt,
  })
  return rows as unknown as CopyRow[]
}

type Nearest = (unit: string, titles: readonly string[]) => number

function ofCopy(copy: CopyRow, live: readonly LiveRow[], nearest: Nearest) {
  const { id, number, title, unit, state, liveRevision } = copy
  const online = live.find(({ entry }) => entry === id)
  const near = nearest(unit, [title, ...(online ? questionsOf(online) : [])])
  const isLive = liveRevision !== null && liveRevision !== undefined
  return { id, number, title, unit, state, isLive, nearness: near }
}

function ofLive(row: LiveRow, nearest: Nearest) {
  const { entry: id, number, title, unit } = row
  return {
    id,
    number,
    title,
    unit,
    state: null,
    isLive: true,
    nearness: nearest(unit, questionsOf(row)),
  }
}

const questionsOf = ({ title, similarQuestions }: LiveRow) => [title, ...(similarQuestions ?? [])]

/**
 * How near the nearest of an entry's questions is. A unit's name that both hold says nothing: 某局的办公地址 is
 * another question than 某局的联络方式.
 */
function nearnessTo(
  title: string,
  names: ReadonlyMap<string, string>,
  language: Language,
): Nearest {
  const asked = (question: string) => questionOf(question, language)
  const whole = asked(title)
  return (unit, titles) => {
    const name = names.get(unit) ?? ''
    const isNamed = name !== '' && title.includes(name)
    const without = isNamed ? asked(title.replaceAll(name, '')) : whole
    const near = titles.map((other) =>
      isNamed && other.includes(name)
        ? nearness(without, asked(other.replaceAll(name, '')))
        : nearness(whole, asked(other)),
    )
    return Math.round(Math.max(...near) * 100) / 100
  }
}
