import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { type Actor } from '@/access/actor'
import { siteRightFrom, type SiteFacts, type SiteStep } from '@/access/site'
import { noteChangeOf } from '@/tables/follow'
import { recordAudit } from '../audit/append'
import { vouched } from '../audit/digests'
import { insert } from '../store'
import type { SiteVersion } from './versions'

/** What a record of a step keeps beside who, when and what. */
type More = { reason?: string; confirmed?: readonly string[]; findings?: unknown }

type Taken = {
  actor: Actor
  step: SiteStep
  /** As it stood before. */
  facts: SiteFacts
  /** As it stands now. */
  version: SiteVersion
  at: Date
} & More

/** Leaves the record of a step and its line in the log, in the transaction of the step. */
export async function recordSiteStep(req: PayloadRequest, taken: Taken): Promise<void> {
  const { actor, step, facts, version, at, reason, confirmed, findings } = taken
  const { revision, hash, state, lock, writers } = version
  const principal = siteRightFrom(actor, step, facts)
  const row = {
    ...{ id: randomUUID(), revision, seq: lock, step, from: facts.state, to: state, hash },
    ...{ by: actor.id, byName: actor.name, at: at.toISOString(), writers },
    ...(principal ? { onBehalfOf: principal.id, onBehalfOfName: principal.name } : {}),
    ...(reason ? { reason } : {}),
    ...(confirmed?.length ? { confirmed } : {}),
    ...(findings ? { findings } : {}),
  }
  noteChangeOf('siteVersions')
  await insert({ req, collection: 'siteSteps', data: row })
  await recordAudit({
    ...{ req, action: `site.${step}`, subject: version.id, revision },
    details: {
      ...(principal ? { onBehalfOf: principal.id } : {}),
      vouches: { ...vouched('siteVersions', version), ...vouched('siteSteps', row) },
    },
  })
}
