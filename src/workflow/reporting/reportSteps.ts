import { createLocalReq, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf, type Actor } from '@/access/actor'
import { mayTakeReport, type ReportStep, type WhyNot } from '@/access/reports'
import { reportTexts, reportTitle } from '@/i18n/reports'
import { answer, bodyOf, param } from '../answer'
import { recordAudit, whoAsks } from '../audit/append'
import { withoutNumbers } from '../findings/personalNumbers'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { byId, insert, swap } from '../store'
import { tellCentre } from '../telling/matters'
import { tellUnits } from './freeze'
import { reportFacts } from './reports'

const longest = 500
const sentence = () =>
  said(z.string().trim().min(1).max(longest), {
    zh: `请用 ${longest} 字以内的一句话说明。`,
    en: `Say it in a sentence of at most ${longest} characters.`,
  })

const objection = z.object({ sentence: sentence(), unit: z.string().optional() })
const decision = z.object({
  unit: z.string(),
  isUpheld: said(z.boolean(), { zh: '请选择异议是否成立。', en: 'Say whether it is upheld.' }),
  answer: sentence(),
})

/**
 * `POST /api/reports/{id}/object` `{ sentence, unit? }`: a unit's approver objects to its figures, once, within two working
 * days, also where it was published too early by working days that were corrected since; for a unit that has none, who decides in its place (代审批).
 * `POST /api/reports/{id}/decide` `{ unit, isUpheld, answer }`: the centre decides an objection.
 * `POST /api/reports/{id}/publish`: the centre publishes it to all units, after the time to object and all decisions.
 * 403 `notAllowed`, 404 `notFound`, 409 `wrongState` with a sentence.
 */
export const reportEndpoints: Endpoint[] = [
  answer('post', '/:id/object', async (req) => {
    const actor = signedIn(req)
    const { sentence, unit = actor.unit } = sentAs(objection, await bodyOf(req))
    const { id, facts, names } = await asked(req, 'object', unit)
    const row = {
      ...{ id: `${id}:${unit}`, report: id, unit, unitName: names.get(unit) ?? '' },
      ...{ sentence: withoutNumbers(sentence), by: actor.id, byName: actor.name },
      at: new Date().toISOString(),
    }
    await inTransaction(req, async () => {
      // Of two at once, and of an objection and the publication at once, one comes too late.
      const open = facts.isEarly ? {} : unpublished
      const where = { ...byId(id), ...open, objected: { equals: facts.objected.length } }
      const data = { objected: facts.objected.length + 1 }
      if (!(await swap({ req, collection: 'reports', where, data }))) throw refusedAs('changed')
      await insert({ req, collection: 'objections', data: row })
      const details = unit === actor.unit ? {} : { because: 'deputy' }
      const subjectName = `${id} ${row.unitName}`
      await recordAudit({ req, action: 'reports.object', subjectName, details })
    })
    await tellCentre(await createLocalReq({}, req.payload), {
      ...{ id: row.id, event: 'monthObjected', page: `/admin/reports/${id}` },
      ...{ about: reportTitle(id, 'zh'), at: new Date() },
    })
    return { ok: true }
  }),
  answer('post', '/:id/decide', async (req) => {
    const { id, facts, names } = await asked(req, 'decide')
    const { unit, isUpheld, answer } = sentAs(decision, await bodyOf(req))
    if (!facts.objected.includes(unit)) throw new Refused('notFound')
    const { by, byName } = whoAsks(req)
    await inTransaction(req, async () => {
      const decided = await swap({
        ...{ req, collection: 'objections' },
        where: { ...byId(`${id}:${unit}`), decidedAt: { exists: false } },
        data: {
          ...{ isUpheld, answer: withoutNumbers(answer), decidedBy: by, decidedByName: byName },
          decidedAt: new Date().toISOString(),
        },
      })
      if (!decided) throw refusedAs('decided')
      const details = { kind: isUpheld ? 'upheld' : 'refused' }
      const subjectName = `${id} ${names.get(unit) ?? ''}`
      await recordAudit({ req, action: 'reports.decide', subjectName, details })
    })
    return { ok: true }
  }),
  answer('post', '/:id/publish', async (req) => {
    const { id, facts } = await asked(req, 'publish')
    const { by, byName } = whoAsks(req)
    await inTransaction(req, async () => {
      const where = { ...byId(id), ...unpublished, objected: { equals: facts.objected.length } }
      const publishedAt = new Date().toISOString()
      const data = { publishedAt, publishedBy: by, publishedByName: byName }
      if (!(await swap({ req, collection: 'reports', where, data }))) throw refusedAs('changed')
      await recordAudit({ req, action: 'reports.publish', subjectName: id })
    })
    // Who is not told now is told within the hour (`showReports`).
    await tellUnits(req.payload, id, 'monthPublished', new Date())
    return { ok: true }
  }),
]

const unpublished = { publishedAt: { exists: false } }

function signedIn(req: PayloadRequest): Actor {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  return actor
}

async function asked(req: PayloadRequest, step: ReportStep, unit?: string) {
  const actor = signedIn(req)
  const id = param(req, 'id')
  const found = await reportFacts(req.payload, id)
  if (!found) throw new Refused('notFound')
  const why = mayTakeReport(actor, step, found.facts, unit)
  if (why) throw refusedAs(why)
  return { id, ...found }
}

const refusedAs = (why: WhyNot | 'decided' | 'changed'): Refused => {
  if (why === 'notAllowed') return new Refused('notAllowed')
  const detail = { zh: reportTexts.zh.whyNot[why], en: reportTexts.en.whyNot[why] }
  return new Refused('wrongState', { detail })
}
