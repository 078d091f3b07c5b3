import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { emptySite, type SiteContent } from '@/access/site'
import { readRows } from '@/tables'
import { follow } from '@/tables/follow'

/** What was approved last of the site's texts and looks; all of it empty where nothing was. */
export type Site = {
  content: SiteContent
  /** Tells one emblem from another; null where there is none. */
  emblemKey: string | null
}

/** Seen by this process at once, by others within a second. Rejects as the database does. */
export const readSite = (payload: Payload): Promise<Site> => followed.now(payload)

export const siteFrom = (content: SiteContent): Site => ({
  content,
  emblemKey:
    content.emblem === ''
      ? null
      : createHash('sha256').update(content.emblem).digest('hex').slice(0, 16),
})

const followed = follow('site', ['siteVersions'], async (payload) => {
  const [row] = await readRows(payload, {
    ...{ collection: 'siteVersions', columns: ['content'], sort: '-revision', limit: 1 },
    where: { state: { equals: 'approved' } },
  })
  return siteFrom({ ...emptySite, ...(row?.content as Partial<SiteContent> | undefined) })
})
