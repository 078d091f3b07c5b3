import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { confirmations } from '@/access/rules'
import { seesSiteVersions, siteSteps, siteStepRefusal, type SiteStep } from '@/access/site'
import { siteRefusals } from '@/i18n/site'
import { hasLine } from '../audit/hasLine'
import { appendAudit } from '../audit/append'
import { findingKinds } from '../findings/findingKinds'
import { countFindings } from '../findings/findingsOf'
import { unnamedIn } from '../findings/findingsOfStep'
import { withoutNumbers } from '../findings/personalNumbers'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { orNone, said, sentAs } from '../sentAs'
import { swap } from '../store'
import { siteHash } from './contentSent'
import { siteFindings } from './findings'
import { recordSiteStep } from './record'
import { tellOfSite } from './tellOfSite'
import {
  centreOf,
  contentOf,
  isUnderWay,
  latestVersion,
  liveVersion,
  siteFacts,
  siteOpening,
  type SiteVersion,
} from './versions'

const longestReason = 500

const seen = {
  revision: said(z.int(), {
    zh: '请一并提交所看到的版本号 revision。',
    en: 'Send the revision you saw.',
  }),
  hash: said(z.string().max(64), {
    zh: '请一并提交所看到文字的校验值 hash。',
    en: 'Send the hash of the words you saw.',
  }),
}

const stepSent = z.object({
  ...seen,
  reason: said(orNone(z.string().trim().max(longestReason)), {
    zh: `原因请控制在 ${longestReason} 字以内。`,
    en: `At most ${longestReason} characters.`,
  }),
  confirmed: said(orNone(z.array(z.enum(confirmations))), {
    zh: '请逐项确认合法性、准确性、实时性、规范性和保密审查。',
    en: 'Confirm each: legality, accuracy, timeliness, standard, confidentiality.',
  }),
  findings: said(orNone(z.array(z.enum(findingKinds))), {
    zh: '请用 findings 列出已核对的提示。',
    en: 'List in findings what was looked at.',
  }),
})

const opened = z.object(seen)

/** Puts on record that this person opened exactly these words; approving asks for it. */
export async function openSite(req: PayloadRequest, body: Record<string, unknown>): Promise<void> {
  const { actor, version } = await seenBy(req)
  const { revision, hash } = sentAs(opened, body)
  if (version?.revision !== revision || version.hash !== hash) throw new Refused('changedMeanwhile')
  const line = { by: actor.id, byName: actor.name, subject: version.id, revision }
  await appendAudit(req, [{ ...line, id: siteOpening(actor.id, version), action: 'site.open' }])
}

/** The version under way, for whoever has a part in it; others are told no more than that there is nothing for them. */
export async function seenBy(req: PayloadRequest) {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const centre = await centreOf(req)
  if (!seesSiteVersions(actor, centre)) throw new Refused('notAllowed')
  const latest = await latestVersion(req)
  return { actor, centre, latest, version: isUnderWay(latest) ? latest : null }
}

/**
 * Takes a step with the version under way: the rules are asked, one conditional write moves it, and the step is on record,
 * in one transaction. Throws `Refused`.
 */
export async function takeSiteStep(
  req: PayloadRequest,
  step: Exclude<SiteStep, 'save'>,
  body: Record<string, unknown>,
  at: Date,
): Promise<SiteVersion> {
  const { actor, centre, latest, version } = await seenBy(req)
  const facts = siteFacts(latest, centre)
  const sent = sentAs(stepSent, body)
  const { needs } = siteSteps[step] as { needs: readonly string[] }
  const findings =
    version && needs.includes('named') ? await siteFindings(req, contentOf(version), centre) : []
  const live = await liveVersion(req)
  const refusal = siteStepRefusal(actor, step, facts, {
    isAsSeen: version?.revision === sent.revision && version.hash === sent.hash,
    isOpened: version !== null && (await hasLine(req, siteOpening(actor.id, version))),
    isChanged: version?.hash !== siteHash(contentOf(live)),
    confirmed: sent.confirmed ?? [],
    unnamed: unnamedIn(findings, sent.findings ?? []),
    reason: sent.reason ?? '',
  })
  if (refusal) throw refusedFor(step, refusal, findings)
  if (!version) throw new Refused('wrongState')
  const { to } = siteSteps[step]
  const { id, state, hash, lock, submitter } = version
  // Who submitted it once has had a part in it for good.
  const writers =
    step === 'submit' && submitter ? [...new Set([...version.writers, submitter])] : version.writers
  return inTransaction(req, async () => {
    const moved = await swap<SiteVersion>({
      ...{ req, collection: 'siteVersions' },
      where: {
        and: [
          ...[{ id: { equals: id } }, { state: { equals: state } }],
          ...[{ hash: { equals: hash } }, { lock: { equals: lock } }],
        ],
      },
      data: {
        ...{ state: to, lock: lock + 1, updatedAt: new Date().toISOString() },
        ...(step === 'submit' ? { submitter: actor.id, writers } : {}),
        ...(step === 'approve' ? { approvedAt: at.toISOString() } : {}),
      },
    })
    if (!moved) throw new Refused('changedMeanwhile')
    const now = { ...version, ...moved, content: contentOf(version), writers }
    await recordSiteStep(req, {
      ...{ actor, step, facts, version: now, at },
      reason: withoutNumbers(sent.reason ?? ''),
      confirmed: step === 'approve' ? sent.confirmed : [],
      findings: countFindings(findings),
    })
    await tellOfSite(req, { step, facts, version: now, at })
    return now
  })
}

function refusedFor(
  step: SiteStep,
  { code, fields }: NonNullable<ReturnType<typeof siteStepRefusal>>,
  findings: Awaited<ReturnType<typeof siteFindings>>,
): Refused {
  if (code === 'findingsUnconfirmed') return new Refused(code, { fields, findings })
  if (step !== 'submit' || code !== 'incomplete') return new Refused(code, { fields })
  const detail = { zh: siteRefusals.zh.unchanged, en: siteRefusals.en.unchanged }
  return new Refused(code, { detail })
}
