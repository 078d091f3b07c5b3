import type { Payload, PayloadRequest } from 'payload'
import { idOf } from '@/access/actor'
import { asNamed, keysIn, placesOfTheme } from '@/access/themes'
import { themeTexts } from '@/i18n/themes'
import { countRows, readRows } from '@/tables'
import { whoAsks } from '../audit/append'
import { Refused } from '../Refused'
import { findAll, findOne } from '../store'

type Sent = { id?: string; title?: unknown; order?: unknown; isOff?: unknown }

/** What is stored of a theme: its name, once, its place, and who changed it. Throws `Refused` where the name is taken. */
export async function prepareTheme(req: PayloadRequest, sent: Sent) {
  if (typeof sent.title !== 'string') return {}
  const title = sent.title.trim()
  const other = await findOne({
    req,
    collection: 'keptThemes',
    where: { title: { equals: title } },
  })
  if (other && other.id !== sent.id) {
    const [zh, en] = [themeTexts.zh.known(title), themeTexts.en.known(title)]
    throw new Refused('invalid', { fields: ['title'], detail: { zh, en } })
  }
  const order = typeof sent.order === 'number' ? sent.order : placesOfTheme.last
  return { title, order, isOff: sent.isOff === true, ...whoAsks(req) }
}

/** Are all of these themes that are in use? */
export async function areThemes(payload: Payload, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const known = await countRows(payload, {
    collection: 'keptThemes',
    where: { and: [{ id: { in: [...ids] } }, { isOff: { not_equals: true } }] },
  })
  return known === new Set(ids).size
}

/** What these themes are called, by their ids. */
async function themeTitles(payload: Payload, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await readRows(payload, {
    ...{ collection: 'keptThemes', columns: ['id', 'title'], limit: 0 },
    where: { id: { in: [...new Set(ids)] } },
  })
  return new Map(rows.map(({ id, title }) => [String(id), String(title)]))
}

/** The same of a publication, which names its themes in one text. */
export async function themesIn(payload: Payload, themes: unknown): Promise<string[]> {
  const ids = keysIn(themes)
  const titles = await themeTitles(payload, ids)
  return ids.map((id) => titles.get(id) ?? id)
}

/** Throws `Refused` where a text has this theme that is written, was saved once, or is online. */
export async function refuseUsedTheme(req: PayloadRequest, id: string): Promise<void> {
  const [copies, versions, live] = await Promise.all([
    findAll({
      ...{ req, collection: 'knowledge', select: { number: true } },
      where: { themes: { in: [id] } },
    }),
    req.payload.findVersions({
      ...{ collection: 'knowledge', select: { parent: true }, overrideAccess: true, req },
      ...{ depth: 0, pagination: false, limit: 0 },
      where: { 'version.themes': { in: [id] } },
    }),
    readRows(req.payload, {
      ...{ collection: 'publications', columns: ['entry'], limit: 0 },
      where: { and: [{ isLive: { equals: true } }, { themes: { contains: asNamed(id) } }] },
    }),
  ])
  const used = new Set([
    ...copies.map((copy) => copy.id),
    ...versions.docs.map(({ parent }) => idOf(parent)),
    ...live.map(({ entry }) => String(entry)),
  ])
  if (used.size === 0) return
  const [zh, en] = [themeTexts.zh.inUse(used.size), themeTexts.en.inUse(used.size)]
  throw new Refused('wrongState', { detail: { zh, en } })
}
