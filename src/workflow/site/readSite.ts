import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { seesSiteVersions, siteStepsFor, type SiteContent, type SiteStep } from '@/access/site'
import { readRows } from '@/tables'
import type { Finding } from '../findings/findingsOf'
import { peopleOf } from '../telling/people'
import { mayTakeSiteStep } from '@/access/site'
import { siteFindings } from './findings'
import { seenBy } from './takeSiteStep'
import { centreOf, contentOf, latestVersion, liveVersion, siteFacts } from './versions'

export type SiteRecord = {
  id: string
  revision: number
  step: SiteStep
  byName: string
  onBehalfOfName: string | null
  reason: string | null
  at: string
}

/** The site as whoever has a part in it sees it. */
export type SiteSeen = {
  /** What citizens see; empty where nothing was approved yet. */
  live: SiteContent
  /** Of which version that is, and since when. */
  liveRevision: number | null
  approvedAt: string | null
  /** The version under way. */
  draft: {
    revision: number
    state: 'draft' | 'pending' | 'returned'
    hash: string
    content: SiteContent
    byName: string
    /** What stands out in its texts and is to be confirmed by name. */
    findings: Finding[]
    /** It waits, and there is nobody at the centre who may decide. */
    isStuck: boolean
  } | null
  steps: SiteStep[]
  /** The last first. */
  records: SiteRecord[]
}

const told = 50

/** Throws `Refused` for whoever has no part in it. */
export async function readSiteVersions(req: PayloadRequest): Promise<SiteSeen> {
  const { actor, centre, latest, version } = await seenBy(req)
  const facts = siteFacts(latest, centre)
  const [live, records, deciding, findings] = await Promise.all([
    liveVersion(req),
    readRows(req.payload, {
      ...{ collection: 'siteSteps', sort: '-at', limit: told },
      columns: ['id', 'revision', 'step', 'byName', 'onBehalfOfName', 'reason', 'at'],
    }),
    version?.state === 'pending' ? peopleOf(req, [centre], ['approver']) : [],
    version ? siteFindings(req, contentOf(version), centre) : [],
  ])
  return {
    live: contentOf(live),
    liveRevision: live?.revision ?? null,
    approvedAt: live?.approvedAt ? String(live.approvedAt) : null,
    draft: version && {
      ...{ revision: version.revision, state: version.state as 'draft', hash: version.hash },
      ...{ content: contentOf(version), byName: version.byName, findings },
      isStuck:
        version.state === 'pending' &&
        !deciding.some((person) => mayTakeSiteStep(person, 'approve', facts) === null),
    },
    steps: siteStepsFor(actor, facts),
    records: records as SiteRecord[],
  }
}

/** The words with this hash, under way or decided on last, for whoever may see them; null for everybody else. */
export async function siteVersionSeen(
  req: PayloadRequest,
  hash: string,
): Promise<SiteContent | null> {
  if (!seesSiteVersions(actorOf(req.user), await centreOf(req))) return null
  const latest = await latestVersion(req)
  return latest?.hash === hash ? contentOf(latest) : null
}
