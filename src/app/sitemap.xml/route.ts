import { getPayload } from 'payload'
import config from '@payload-config'
import { indexOf, pageOf } from '@/app/sitemapFiles'
import { env } from '@/env'
import { listAddresses, mostAddresses } from '@/reading/listEntries'

// Next 16.4 takes a file of this name for fixed unless told otherwise.
export const dynamic = 'force-dynamic'

/**
 * What citizens may read, for search engines. Where it is more than one file may hold, the file without
 * `page` names the others.
 */
export async function GET(request: Request): Promise<Response> {
  const payload = await getPayload({ config })
  const asked = new URL(request.url).searchParams.get('page')
  const page = Number(asked ?? 1)
  if (!Number.isInteger(page) || page < 1) return new Response(null, { status: 404 })
  const { addresses, total } = await listAddresses(payload, page)
  const { site } = env
  const pages = Math.ceil(total / mostAddresses)
  return asked === null && pages > 1 ? xml(indexOf(site, pages)) : xml(pageOf(site, addresses))
}

const xml = (content: string) =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${content}\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-store' },
  })
