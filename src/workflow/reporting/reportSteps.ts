import { createLocalReq, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf, type Actor } from '@/access/actor'
import { mayTakeReport, type ReportStep, type WhyNot } from '@/access/reports'
import type { Role } from '@/access/rules'
import { reportTexts, reportTitle } from '@/i18n/reports'
import { readRows } from '@/tables'
import { answer, bodyOf, param } from '../answer'
import { recordAudit, whoAsks } from '../audit/append'
import { withoutNumbers } from '../findings/personalNumbers'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { byId, insert, swap } from '../store'
import { tellMatter, type MatterEvent } from '../telling/matters'
import { answers } from './freeze'
import { reportFacts } from './reports'

const longest = 500
const sentence = () =>
  said(z.string().trim().min(1).max(longest), {
    zh: `请用 ${longest} 字以内的一句话说明。`,
    en: `Say it in a sentence of at most ${longest} characters.`,
  })

const objection = z.object({ sentence: sentence() })
const decision = z.object({
  unit: z.string(),
  isUpheld: said(z.boolean(), { zh: '请选择异议是否成立。', en: 'Say whether it is upheld.' }),
  answer: sentence(),
})

/**
 * `POST /api/reports/{id}/object` `{ sentence }`: a unit's approver objects to its figures, once, within two working days.
 * `POST /api/reports/{id}/decide` `{ unit, isUpheld, answer }`: the centre decides an objection.
 * `POST /api/reports/{id}/publish`: the centre publishes it to all units, after the time to object and all decisions.
 * 403 `notAllowed`, 404 `notFound`, 409 `wrongState` with a sentence.
 */
export const reportEndpoints: Endpoint[] = [
  answer('post', '/:id/object', async (req) => {
    const { id, actor, names } = await asked(req, 'object')
    const { sentence } = sentAs(objection, await bodyOf(req))
    const unitName = names.get(actor.unit) ?? ''
    await inTransaction(req, async () => {
      await insert({
        ...{ req, collection: 'objections' },
        data: {
          ...{ id: `${id}:${actor.unit}`, report: id, unit: actor.unit, unitName },
          ...{ sentence: withoutNumbers(sentence), by: actor.id, byName: actor.name },
          at: new Date().toISOString(),
        },
      })
      await recordAudit({ req, action: 'reports.object', subjectName: `${id} ${unitName}` })
    })
    await tellCentre(req, { id: `${id}:${actor.unit}`, report: id, event: 'monthObjected' })
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
    const { id, units } = await asked(req, 'publish')
    const { by, byName } = whoAsks(req)
    await inTransaction(req, async () => {
      const published = await swap({
        ...{ req, collection: 'reports' },
        where: { ...byId(id), publishedAt: { exists: false } },
        data: { publishedAt: new Date().toISOString(), publishedBy: by, publishedByName: byName },
      })
      if (!published) throw refusedAs('published')
      await recordAudit({ req, action: 'reports.publish', subjectName: id })
    })
    for (const { id: unit, kind } of units) {
      if (answers(kind)) await tell(req, { id, report: id, event: 'monthPublished', unit })
    }
    return { ok: true }
  }),
]

async function asked(req: PayloadRequest, step: ReportStep) {
  const actor: Actor | null = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const id = param(req, 'id')
  const found = await reportFacts(req.payload, id)
  if (!found) throw new Refused('notFound')
  const why = mayTakeReport(actor, step, found.facts)
  if (why) throw refusedAs(why)
  return { id, actor, ...found }
}

const refusedAs = (why: WhyNot | 'decided'): Refused => {
  if (why === 'notAllowed') return new Refused('notAllowed')
  const detail = { zh: reportTexts.zh.whyNot[why], en: reportTexts.en.whyNot[why] }
  return new Refused('wrongState', { detail })
}

type Telling = { id: string; report: string; event: MatterEvent; unit: string; roles?: Role[] }

async function tell(req: PayloadRequest, { id, report, event, unit, roles }: Telling) {
  const own = await createLocalReq({ user: req.user ?? undefined }, req.payload)
  await tellMatter(own, {
    ...{ id: `${id}:${unit}`, event, unit, roles: roles ?? ['approver', 'editor'] },
    ...{ page: `/admin/reports/${report}`, about: reportTitle(report, 'zh'), at: new Date() },
  })
}

async function tellCentre(req: PayloadRequest, matter: Omit<Telling, 'unit'>) {
  const [centre] = await readRows(req.payload, {
    ...{ collection: 'nodes', columns: ['id'], where: { isCentre: { equals: true } }, limit: 1 },
  })
  if (centre) await tell(req, { ...matter, unit: String(centre.id), roles: ['centre'] })
}
