import type { PayloadRequest } from 'payload'
import { emptySite, type SiteContent, type SiteFacts, type SiteState } from '@/access/site'
import { readRows } from '@/tables'
import { Refused } from '../Refused'

/** A version of the site's texts and looks, as it stands. */
export type SiteVersion = {
  id: string
  revision: number
  state: SiteState
  content: SiteContent
  hash: string
  lock: number
  writers: string[]
  submitter: string | null
  byName: string
  approvedAt: string | null
}

type Asks = Pick<PayloadRequest, 'payload'>

const collection = 'siteVersions'

/** The version begun last, whatever became of it. */
export const latestVersion = async (req: Asks): Promise<SiteVersion | null> =>
  ((await readRows(req.payload, { collection, sort: '-revision', limit: 1 }))[0] as
    SiteVersion | undefined) ?? null

/** What citizens see; null where nothing was approved yet. */
export async function liveVersion(req: Asks): Promise<SiteVersion | null> {
  const where = { state: { equals: 'approved' } }
  const [row] = await readRows(req.payload, { collection, where, sort: '-revision', limit: 1 })
  return (row as SiteVersion | undefined) ?? null
}

export const isUnderWay = (
  version: SiteVersion | null,
): version is SiteVersion & { state: 'draft' | 'pending' | 'returned' } =>
  version !== null && ['draft', 'pending', 'returned'].includes(version.state)

/** As the rules see it. */
export const siteFacts = (version: SiteVersion | null, centre: string): SiteFacts => ({
  state: isUnderWay(version) ? version.state : 'none',
  writers: isUnderWay(version) ? version.writers : [],
  submitter: isUnderWay(version) ? version.submitter : null,
  centre,
})

/** The line of the log that says this person opened exactly these words. */
export const siteOpening = (person: string, { id, hash }: Pick<SiteVersion, 'id' | 'hash'>) =>
  `site.open:${id}:${person}:${hash}`

/** As it is kept: what was set of an earlier time may lack what is new. */
export const contentOf = (version: SiteVersion | null): SiteContent => ({
  ...emptySite,
  ...version?.content,
})

/** The hotline centre; null where the tree has none. */
export async function centreUnit({ payload }: Asks): Promise<string | null> {
  const where = { isCentre: { equals: true } }
  const [centre] = await readRows(payload, {
    ...{ collection: 'nodes', columns: ['id'], where, limit: 1 },
  })
  return centre ? String(centre.id) : null
}

/** The same. Throws `Refused` where there is none. */
export async function centreOf(asks: Asks): Promise<string> {
  const centre = await centreUnit(asks)
  if (centre === null) throw new Refused('notFound')
  return centre
}
