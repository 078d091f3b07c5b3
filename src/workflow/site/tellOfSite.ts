import type { PayloadRequest } from 'payload'
import { mayTakeSiteStep, siteSteps, type SiteFacts, type SiteStep } from '@/access/site'
import { siteTold } from '@/i18n/site'
import { change } from '../store'
import { tellPeople } from '../telling/matters'
import { peopleOf } from '../telling/people'
import { siteFacts, type SiteVersion } from './versions'

type Told = { step: SiteStep; facts: SiteFacts; version: SiteVersion; at: Date }

const page = '/admin/site'

/**
 * Tells whom a step concerns, in its transaction: exactly those who may decide, or those who wrote. What was asked before it
 * is asked no more.
 */
export async function tellOfSite(req: PayloadRequest, told: Told): Promise<void> {
  const { step, facts, version, at } = told
  await change({
    ...{ req, collection: 'messages', data: { settledAt: at.toISOString() } },
    where: {
      and: [
        ...[{ event: { in: ['siteWaits', 'siteReturned'] } }, { page: { equals: page } }],
        { settledAt: { exists: false } },
      ],
    },
  })
  const { tells } = siteSteps[step]
  if (tells === 'nobody') return
  const matter = {
    ...{ id: `${version.id}:${version.lock}`, page, at },
    about: siteTold.zh.about(version.revision),
  }
  if (tells === 'approvers') {
    const now = siteFacts(version, facts.centre)
    const people = (await peopleOf(req, [facts.centre], ['approver'], at))
      .filter((person) => mayTakeSiteStep(person, 'approve', now) === null)
      .map(({ id }) => id)
    await tellPeople(req, { ...matter, event: 'siteWaits', people })
    return
  }
  const event = step === 'approve' ? 'siteApproved' : 'siteReturned'
  const people = [...new Set([...facts.writers, ...(facts.submitter ? [facts.submitter] : [])])]
  await tellPeople(req, { ...matter, event, people })
}
