import { createLocalReq, type Payload, type Where } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import type { TaskStep } from '@/access/tasks'
import type { User } from '@/payload-types'
import { readRows } from '@/tables'
import { dayOf } from '@/shanghaiDay'
import { followFacts } from '@/workflow/facts/keepFacts'
import { checkEntry } from '@/workflow/sampling/check'
import { drawSample } from '@/workflow/sampling/draw'
import { askReviews, fillReviewDays } from '@/workflow/tasks/askReviews'
import { settleContradictions } from '@/workflow/tasks/contradictions'
import { askByBasis } from '@/workflow/tasks/documents'
import {
  tellCitizensCorrection,
  tellCitizensGap,
  tellCorrection,
  tellGap,
  tellRequest,
} from '@/workflow/tasks/report'
import { takeTaskStep } from '@/workflow/tasks/takeTaskStep'
import type { Document } from '@/payload-types'
import type { Planted } from './plantTree'

type Given = {
  payload: Payload
  now: Date
  planted: Map<string, Planted>
  personOf: (unit: string, role: User['roles'][number]) => User
}

const hour = 3_600_000
const day = 24 * hour

/**
 * One task of each kind, at each stage somebody may want to follow: told by an agent, a citizen and the centre, taken, answered,
 * sent back, refused; a document that was replaced, and a draw of which some is checked.
 */
export async function writeTasks({ payload, now, planted, personOf }: Given): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * day)
  const unit = (key: string) => planted.get(key)!.id
  const asking = async (user: User) => {
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
    return { req, actor: actorOf(user) as Actor }
  }
  const agent = () => asking(personOf('centre', 'agent'))
  const centre = () => asking(personOf('centre', 'centre'))
  const numberOf = async (title: string) => {
    const where: Where = { and: [{ isLive: { equals: true } }, { title: { equals: title } }] }
    const [row] = await readRows(payload, {
      ...{ collection: 'publications', columns: ['number'], where, limit: 1 },
    })
    return String(row?.number)
  }
  const step = async (user: User, id: string, name: TaskStep, body: object, at: Date) => {
    const { req, actor } = await asking(user)
    await takeTaskStep(req, actor, { id, step: name, body: { ...body }, at })
  }
  const editor = personOf('rs', 'editor')

  const grant = await tellGap(
    { ...(await agent()), at: ago(2) },
    {
      ...{ query: '技能大赛获奖有没有奖励', unit: unit('rs') },
      words: '来电人在市里的技能大赛得了奖，问有没有奖金',
    },
  )
  await step(editor, grant.id, 'take', {}, ago(1))
  await tellGap(
    { ...(await agent()), at: ago(1) },
    {
      query: '灵活就业人员能不能领失业补助',
      unit: unit('rs'),
      words: '来电人开网约车，停了两个月',
    },
  )
  const fortune = await tellGap({ ...(await agent()), at: ago(6) }, { query: '哪里算命准' })
  await step(
    personOf('centre', 'centre'),
    fortune.id,
    'refuse',
    { reason: '不属于热线受理范围。' },
    ago(5),
  )
  await tellCitizensGap((await agent()).req, { query: '无人机飞行要不要报备' }, ago(1))

  const wrong = await tellCorrection(
    { ...(await agent()), at: ago(3) },
    {
      entry: await numberOf('生育津贴怎样领取？'),
      ...{ sentence: '窗口已搬到政务服务中心二楼。', passage: '医保窗口' },
    },
  )
  const medical = personOf('yb', 'editor')
  await step(medical, wrong.id, 'uphold', { sentence: '属实，正在修改。' }, ago(2))
  await tellCitizensCorrection(
    await createLocalReq({}, payload),
    { entry: await numberOf('高龄津贴怎样申领？'), sentence: '电话一直没有人接。' },
    ago(1),
  )

  const asked = await tellRequest(
    { ...(await centre()), at: ago(4) },
    {
      units: ['rs', 'yb', 'mz', 'qx-gov'].map(unit),
      due: dayOf(new Date(now.getTime() + 5 * day)),
      sentence: '请核对本单位冬季办事时间，有变化的修订后提交审批。',
    },
  )
  const [first, second] = asked
  await step(editor, first?.id ?? '', 'answer', { sentence: '已核对，无变化。' }, ago(3))
  await step(personOf('centre', 'centre'), first?.id ?? '', 'accept', {}, ago(2))
  await step(medical, second?.id ?? '', 'answer', { sentence: '已修订两条，待审批。' }, ago(1))

  const document: Omit<Document, 'id' | 'createdAt' | 'updatedAt'> = {
    ...{ number: '云民〔2023〕18号', title: '云澜市高龄津贴发放办法', issuer: '云澜市民政局' },
    ...{ state: 'replaced', replacedBy: '云民〔2026〕9号' },
  }
  await payload.create({
    ...{ collection: 'documents', data: document, overrideAccess: false },
    ...{ req: (await centre()).req, depth: 0 },
  })
  await fillReviewDays(payload, now)
  await askReviews(payload, now)
  await askByBasis(payload, now)
  while ((await followFacts(payload)) > 0);
  await settleContradictions(payload, now)

  const drawing = await centre()
  const sample = await drawSample(drawing.req, { size: 10, unit: null }, ago(1))
  for (const [at, number] of sample.entries.slice(0, 4).entries()) {
    const { req, actor } = await centre()
    const found = at === 2 ? (['standard'] as const) : []
    const sentence = at === 2 ? '概要没有写明办理地点，请补充。' : ''
    await checkEntry(req, actor, sample, { number, faults: found, sentence }, ago(0.5))
  }
}
