import { createLocalReq, type Payload } from 'payload'
import { hasLine } from '@/workflow/audit/hasLine'
import { siteOpening, type SiteVersion } from '@/workflow/site/versions'
import type { Violation } from './facts'

type Version = Pick<SiteVersion, 'id' | 'revision' | 'hash' | 'writers' | 'submitter'>

/** Each approved version of the site was approved, in its words, by somebody who opened them and wrote none of them. */
export async function siteFlaws(payload: Payload): Promise<Violation[]> {
  const req = await createLocalReq({}, payload)
  const { docs: versions } = await payload.db.find<Version>({
    ...{ collection: 'siteVersions', where: { state: { equals: 'approved' } }, pagination: false },
  })
  const found: Violation[] = []
  for (const version of versions) {
    const { docs: approvals } = await payload.db.find<{ id: string; by: string }>({
      ...{ collection: 'siteSteps', pagination: false },
      where: {
        and: [
          ...[{ revision: { equals: version.revision } }, { step: { equals: 'approve' } }],
          { hash: { equals: version.hash } },
        ],
      },
    })
    let isRight = false
    for (const { by } of approvals) {
      const isTheirs = version.writers.includes(by) || version.submitter === by
      isRight ||= !isTheirs && (await hasLine(req, siteOpening(by, version)))
    }
    if (!isRight) found.push(told(version.revision))
  }
  return found
}

const told = (revision: number): Violation => ({
  zh: `网站设置第 ${revision} 版：没有由他人打开看过同样文字后审批的记录。`,
  en: `Version ${revision} of the site: nobody else who had opened its words is on record as having approved them.`,
})
