import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import type { Step } from '@/access/rules'
import type { Entry } from '../entry'
import { hasOpened } from '../openReview'
import { countFindings } from './countFindings'
import { readFindings } from './readFindings'

/** The steps by which a text leaves its writer. */
const handingOn: readonly Step[] = ['submit', 'saveDirectly', 'publish']

/**
 * What the record of a step keeps of the text's findings: kinds and counts, and whether the writer had
 * opened this revision, which shows them. A direct save hands on a text nobody could open before.
 */
export async function findingsKept(given: {
  req: PayloadRequest
  step: Step
  actor: Actor
  entry: Entry
  text: Readonly<Record<string, unknown>>
}): Promise<Record<string, unknown> | null> {
  const { req, step, actor, entry, text } = given
  if (!handingOn.includes(step)) return null
  const { library, unit, categoryKey, topic, id, revision } = entry
  const findings = countFindings(
    await readFindings({ req, library, unit, categoryKey, topic, text }),
  )
  if (!findings) return null
  if (step === 'saveDirectly') return { findings }
  return { findings, isSeen: await hasOpened(req, actor, id, revision) }
}
