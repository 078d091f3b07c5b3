import type { Payload, PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import {
  mayTakeSiteStep,
  seesSiteVersions,
  siteStepsFor,
  siteTextKeys,
  type SiteContent,
  type SiteStep,
  type SiteText,
} from '@/access/site'
import { wordDiff, type Part } from '@/search/text/wordDiff'
import { readRows } from '@/tables'
import type { Finding } from '../findings/findingsOf'
import { peopleOf } from '../telling/people'
import { siteFindings } from './findings'
import { seenBy } from './takeSiteStep'
import { centreUnit, contentOf, latestVersion, liveVersion, siteFacts } from './versions'

export type SiteDifference = {
  field: SiteText | 'color' | 'emblem'
  before: string
  after: string
  /** Of a text, word by word. */
  parts?: Part[]
}

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
    /** What differs from what citizens see. */
    difference: SiteDifference[]
    /** It waits, and there is nobody at the centre who may decide. */
    isStuck: boolean
  } | null
  steps: SiteStep[]
  /** The last first. */
  records: SiteRecord[]
}

const told = 50

function differenceTo(live: SiteContent, draft: SiteContent): SiteDifference[] {
  const fields = [...siteTextKeys, 'color', 'emblem'] as const
  return fields
    .filter((field) => live[field] !== draft[field])
    .map((field) => {
      const [before, after] = [live[field], draft[field]]
      const isText = field !== 'color' && field !== 'emblem' && before !== ''
      return { field, before, after, ...(isText ? { parts: wordDiff(before, after) } : {}) }
    })
}

/** Throws `Refused` for whoever has no part in it. */
export async function readSiteVersions(req: PayloadRequest): Promise<SiteSeen> {
  const { actor, centre, latest, version } = await seenBy(req)
  const facts = siteFacts(latest, centre)
  const [live, records, deciding, findings] = await Promise.all([
    liveVersion(req),
    readRows(req.payload, {
      ...{ collection: 'siteSteps', sort: ['-revision', '-seq'], limit: told },
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
      difference: differenceTo(contentOf(live), contentOf(version)),
      isStuck:
        version.state === 'pending' &&
        !deciding.some((person) => mayTakeSiteStep(person, 'approve', facts) === null),
    },
    steps: siteStepsFor(actor, facts),
    records: records as SiteRecord[],
  }
}

/** Does a version wait that this person may approve now? */
export async function mayApproveSite(req: PayloadRequest, actor: Actor): Promise<boolean> {
  if (!actor.roles.includes('approver')) return false
  const centre = await centreUnit(req)
  if (centre === null || centre !== actor.unit) return false
  return siteStepsFor(actor, siteFacts(await latestVersion(req), centre)).includes('approve')
}

/** The words with this hash, of the version begun last, for whoever may see them; null for everybody else. */
export async function siteVersionSeen(
  payload: Payload,
  actor: Actor,
  hash: string,
): Promise<SiteContent | null> {
  const centre = await centreUnit({ payload })
  if (centre === null || !seesSiteVersions(actor, centre)) return null
  const latest = await latestVersion({ payload })
  return latest?.hash === hash ? contentOf(latest) : null
}
