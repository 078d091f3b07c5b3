import { getPayload, type Payload } from 'payload'
import config from '@payload-config'
import { audienceOf } from '@/access/audience'
import { noticeKinds } from '@/access/rules'
import { sitePages } from '@/access/site'
import { indexOf, ofLists, pageOf } from '@/app/sitemapFiles'
import { env } from '@/env'
import { listAddresses, mostAddresses } from '@/reading/listEntries'
import { newsCounts, readTree, type TreeUnit } from '@/reading/readTree'
import { readThemes } from '@/reading/themes'

// Next 16.4 takes a file of this name for fixed unless told otherwise.
export const dynamic = 'force-dynamic'

/**
 * What citizens may read, for search engines. Where it is more than one file may hold, the file without
 * `page` names the others.
 */
export async function GET(request: Request): Promise<Response> {
  const payload = await getPayload({ config })
  const asked = new URL(request.url).searchParams.get('page')
  const page = Number(asked === ofLists ? 1 : (asked ?? 1))
  if (!Number.isInteger(page) || page < 1) return new Response(null, { status: 404 })
  const { site } = env
  if (asked === ofLists) return xml(pageOf(site, [], await listPages(payload)))
  const { addresses, total } = await listAddresses(payload, page)
  if (asked !== null) return xml(pageOf(site, addresses))
  const lists = await listPages(payload)
  return lists.length + total > mostAddresses
    ? xml(indexOf(site, Math.ceil(total / mostAddresses)))
    : xml(pageOf(site, addresses, lists))
}

/** The pages of the portal that are no answer, of those with something to read for citizens. */
async function listPages(payload: Payload): Promise<string[]> {
  const reader = { payload, audience: audienceOf(null), now: new Date() }
  const [units, themes, news] = await Promise.all([
    ...([readTree(reader), readThemes(reader), newsCounts(reader)] as const),
  ])
  const kinds = noticeKinds.filter((kind) => news.get(kind))
  return [
    ...['/', '/contacts'],
    ...(news.get('cases') ? ['/cases'] : []),
    ...(kinds.length > 0 ? ['/notices'] : []),
    ...kinds.map((kind) => `/notices?kind=${kind}`),
    ...themes.filter(({ count }) => count > 0).map(({ key }) => `/themes/${key}`),
    ...unitsIn(units).map(({ id }) => `/units/${id}`),
    ...sitePages.map((page) => `/${page}`),
  ]
}

const unitsIn = (units: readonly TreeUnit[]): TreeUnit[] =>
  units.flatMap((unit) => [...(unit.count > 0 ? [unit] : []), ...unitsIn(unit.units)])

const xml = (content: string) =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${content}\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-store' },
  })
