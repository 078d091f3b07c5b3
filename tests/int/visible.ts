import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@jest/globals'
import { as, type Person } from '../server/people'
import type { Row } from './answers'
import { copyOf, type Entry } from './entries'
import { leadsTo, opensPage } from './pages'

type Listed = { entries: { id: string }[]; hits: { id: string }[]; total: number }
type Category = { id: string; count: number }
type Unit = { id: string; count: number; categories: Category[]; units: Unit[] }

/** Every way of asking for an entry, and whether it was there. */
const ways = ['byId', 'list', 'total', 'tree', 'search', 'page', 'portal'] as const
type Seen = Record<(typeof ways)[number], boolean>

const always = (answer: boolean) => Object.fromEntries(ways.map((way) => [way, answer]))

/** The index follows within moments: asking goes on until it has, or clearly will not. */
export async function expectVisible(entry: Entry, reader: Person): Promise<void> {
  let seen = await look(entry, reader)
  for (let tries = 0; tries < 40 && !(seen.search && seen.portal); tries += 1) {
    await pause(250)
    seen = await look(entry, reader)
  }
  expect(seen).toEqual(always(true))
}

export async function expectHidden(entry: Entry, reader: Person): Promise<void> {
  expect(await look(entry, reader)).toEqual(always(false))
}

/** A machine's key opens no pages. */
const isMachine = ({ token }: Person) => token.startsWith('key:')

/** Asks by number, in lists, totals, the tree's counts, search and the pages: as the reader they are. */
async function look(entry: Entry, reader: Person): Promise<Seen> {
  const api = reader.token ? '/api' : '/api/public'
  const words = encodeURIComponent(entry.title)
  const { unit, category, key } = await placeOf(entry)
  const byId = await reader.get<Row>(`${api}/entries/${entry.number}`)
  const narrowed = key ? `category=${key}` : `library=${entry.library}`
  const listed = await everyPage(reader, `${api}/entries?unit=${unit}&${narrowed}`)
  const found = await reader.get<Listed>(`${api}/search?q=${words}&unit=${unit}`)
  const tree = await reader.get<{ units: Unit[] }>(`${api}/tree`)
  // Only knowledge stands under categories, which the tree counts.
  const counted = category
    ? categoriesIn(tree.body.units).find(({ id }) => id === category)?.count
    : listed.ids.length
  const isListed = listed.ids.includes(entry.id)
  const isThere = byId.status === 200 && byId.body.id === entry.id
  return {
    byId: isThere,
    list: isListed,
    // A count is right when it counts what is listed: one that is hidden would be one too many.
    total: listed.total === listed.ids.length && isListed,
    tree: counted === listed.ids.length && isListed,
    search: found.body.hits.some(({ id }) => id === entry.id),
    ...(isMachine(reader) ? { page: isThere, portal: isThere } : await pages(entry, reader, unit)),
  }
}

/** What the portal lists it lists as for a citizen, whoever asks; an entry's own page is for its reader. */
async function pages(entry: Entry, reader: Person, unit: string) {
  const page = await opensPage(entry, reader)
  if (reader.token) return { page, portal: page }
  const words = encodeURIComponent(entry.title)
  const found = await leadsTo(entry, reader, `/search?q=${words}`)
  return { page, portal: found && (await leadsTo(entry, reader, `/units/${unit}`)) }
}

async function placeOf(entry: Entry) {
  const centre = await as('centre')
  const { body } = await copyOf(centre, entry)
  const unit = String(body.unit)
  if (entry.library !== 'knowledge') return { unit, category: null, key: null }
  const node = await centre.get<Row>(`/api/nodes/${String(body.category)}?depth=0`)
  return { unit, category: node.body.id, key: String(node.body.category) }
}

async function everyPage(reader: Person, path: string) {
  const ids: string[] = []
  for (let page = 1; ; page += 1) {
    const { body } = await reader.get<Listed>(`${path}&page=${page}`)
    ids.push(...body.entries.map(({ id }) => id))
    if (ids.length >= body.total || body.entries.length === 0) return { ids, total: body.total }
  }
}

const categoriesIn = (units: Unit[]): Category[] =>
  units.flatMap((unit) => [...unit.categories, ...categoriesIn(unit.units)])
