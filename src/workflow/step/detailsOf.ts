import type { PayloadRequest } from 'payload'
import type { Refusal } from '@/access/can'
import type { EntryFacts } from '@/access/entryFacts'
import { steps, type Step, type StepRule } from '@/access/rules'
import { bulletinRefusals } from '@/i18n/bulletins'
import { fieldNames } from '@/i18n/names'
import type { Language } from '@/i18n/language'
import { stateNameOf, stepNames } from '@/i18n/steps'
import { wrongStateTexts } from '@/i18n/refusals'
import type { Entry } from '../entry'
import type { Finding } from '../findings/findingsOf'
import { isGrave } from '../findings/findingKinds'
import { nameOfNode } from './publication'
import type { Refused } from '../Refused'
import { byId, findOne } from '../store'

type Situation = {
  step: Step
  entry: Entry
  facts: EntryFacts
  findings: readonly Finding[]
}

/** What a refused step tells beyond its name: the latest revision, what is missing, what stands against it. */
export async function detailsOf(
  req: PayloadRequest,
  refusal: Refusal,
  situation: Situation,
): Promise<Refused['details']> {
  if (refusal.code === 'changedMeanwhile') return { latest: situation.entry.revision }
  if (refusal.code === 'wrongState') return wrongState(req, situation)
  if (refusal.code === 'findingsUnconfirmed' || refusal.code === 'personalNumbers') {
    return { fields: refusal.fields, findings: situation.findings.filter(isGrave) }
  }
  if (!refusal.fields) return {}
  const { needs }: StepRule = steps[situation.step]
  if (needs.includes('end')) {
    const [field] = refusal.fields
    const detail = bulletinRefusals[field === 'sentence' ? 'sentence' : 'until']
    return { fields: refusal.fields, detail }
  }
  if (refusal.fields.includes('confirmed')) {
    return {
      fields: refusal.fields,
      detail: {
        zh: '请确认合法性、准确性、实时性、规范性（网站公开的还有保密审查）后再审批。',
        en: 'Confirm legality, accuracy, timeliness and standard form (and confidentiality when public).',
      },
    }
  }
  const names = (language: Language) =>
    refusal.fields?.map((field) => fieldNames[field]?.[language] ?? field).join('、') ?? ''
  return {
    fields: refusal.fields,
    detail:
      refusal.code === 'invalid'
        ? { zh: `填写不正确：${names('zh')}。`, en: `Not valid: ${names('en')}.` }
        : {
            zh: `还有必填项未填：${names('zh')}。`,
            en: `Still to be filled in: ${names('en')}.`,
          },
  }
}

async function wrongState(req: PayloadRequest, { step, entry, facts }: Situation) {
  const { when, from, text, needs }: StepRule = steps[step]
  if (facts.marks.includes('trashed')) return { detail: wrongStateTexts.trashed }
  if (text === 'sent' && !from.includes(entry.state)) {
    return { detail: wrongStateTexts.heldBy(await holderOf(req, facts)) }
  }
  if (when.includes('not requested') && facts.marks.includes('requested')) {
    return { detail: wrongStateTexts.requested }
  }
  if (when.includes('not lapsed') && facts.marks.includes('lapsed')) {
    return { detail: wrongStateTexts.lapsed }
  }
  if (when.includes('revisable') && facts.isReturnedFirst) {
    return { detail: wrongStateTexts.returnFirst }
  }
  if (when.includes('answered') && facts.unanswered.length > 0) {
    const names = await Promise.all(facts.unanswered.map((unit) => nameOfNode(req, unit)))
    return { detail: wrongStateTexts.unanswered(names.join('、')) }
  }
  const standing = wrongBulletin(facts, when)
  if (standing) return { detail: standing }
  if (when.includes('live') && !facts.isLive) return { detail: wrongStateTexts.offline }
  if (needs.includes('inForce') && from.includes(entry.state))
    return { detail: bulletinRefusals.notInForce }
  if (from.includes(entry.state)) return {}
  return {
    detail: wrongStateTexts.standsAt(stateNameOf(entry.library, entry.state), stepNames[step]),
  }
}

/** What a step says of bulletins is not so: it stands already, or no more. */
function wrongBulletin({ marks }: EntryFacts, when: StepRule['when']) {
  for (const [mark, already, none] of [
    ['activated', bulletinRefusals.activated, bulletinRefusals.notActivated],
    ['pushed', bulletinRefusals.pushed, bulletinRefusals.notPushed],
  ] as const) {
    if (when.includes(`not ${mark}`) && marks.includes(mark)) return already
    if (when.includes(mark) && !marks.includes(mark)) return none
  }
  return null
}

/** Who has the revision in hand: who wrote it last, or submitted it. */
async function holderOf(req: PayloadRequest, { writers, submitter }: EntryFacts): Promise<string> {
  const id = submitter ?? writers.at(-1)
  const user =
    id &&
    (await findOne<{ id: string; name: string }>({ req, collection: 'users', where: byId(id) }))
  return user ? user.name : ''
}
