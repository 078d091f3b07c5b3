import { z } from 'zod'
import { states, steps, withdrawalKinds, type Step, type StepRule } from '@/access/rules'
import { findingKinds, graveKinds } from '../findings/findingKinds'
import { orNone, said, sentAs } from '../sentAs'

/** A sentence for readers, or a reason, is at most this long, in characters. */
const longest = 500
const tooLong = { zh: `请控制在 ${longest} 字以内。`, en: `At most ${longest} characters.` }

/** What the rule asks for is judged by it, after who may take the step: what is no text is none until then. */
const asText = (given: unknown) => (typeof given === 'string' ? given : '')
const words = () => z.preprocess(asText, z.string().trim().max(longest))
const choice = (values: readonly string[]) =>
  z.preprocess(asText, z.string().meta({ enum: values }))

const flag = (name: string, description: string) =>
  said(orNone(z.boolean().meta({ description })), {
    zh: `${name} 只能是 true 或 false。`,
    en: `${name} must be true or false.`,
  })

/** With every step. */
const seen = {
  revision: said(z.int(), {
    zh: '请一并提交所看到的版本号 revision。',
    en: 'Send the revision you saw.',
  }),
  seenState: said(orNone(z.enum(states).meta({ description: '所见的审批状态；已变则回 409' })), {
    zh: `seenState 只能是 ${states.join('、')} 之一。`,
    en: `seenState must be one of ${states.join(', ')}.`,
  }),
  check: flag('check', '只核对能否办理，不办理 / only asks whether it could be taken'),
}

const hash = said(
  orNone(z.string().meta({ description: '审阅时给出的校验值；文字已变则回 409' })),
  { zh: 'hash 须是文字。', en: 'hash must be a text.' },
)
const findings = said(
  orNone(
    z
      // Only these must be named; the others may be.
      .array(z.enum(findingKinds).meta({ enum: graveKinds }))
      .meta({ description: '已逐项核对的种类；有而未列则回 400 findingsUnconfirmed' }),
  ),
  {
    zh: `findings 须列出已核对的种类：${findingKinds.join('、')}。`,
    en: `findings lists the kinds that were looked at: ${findingKinds.join(', ')}.`,
  },
)
const reopen = flag('reopen', '按修订的公开设置上线，尽管期间已改为不公开')

/** An instant with its offset; what is none is none until the rule asks. */
const instant = () => z.preprocess(asText, z.string().meta({ format: 'date-time' }))

/** Where the step's rule asks for it. */
const asked = z.object({
  hash,
  findings,
  reason: said(words(), tooLong),
  confirmed: z.preprocess((given) => given === true, z.boolean().meta({ const: true })),
  to: choice(['units', 'public']),
  kind: choice(withdrawalKinds),
  sentence: said(words().meta({ description: '给读者看的一句话' }), tooLong),
  successor: z.preprocess((given) => asText(given) || undefined, z.string().optional()),
  until: instant().meta({ description: '何时结束 / when it ends' }),
  online: flag('online', '退回已审批的条目时是否保持在线'),
})
type Asked = keyof typeof asked.shape

const askedBy: Record<StepRule['needs'][number], Asked[]> = {
  complete: [],
  opened: ['hash'],
  confirmed: ['confirmed'],
  named: ['findings'],
  reason: ['reason'],
  sentence: ['kind', 'sentence', 'successor'],
  target: ['to'],
  briefing: ['sentence'],
  end: ['until'],
  inForce: [],
}

/** Read with a step that does not ask for it, too: it stands in its record, or holds it up. */
const unasked = {
  hash,
  findings,
  reopen,
  reason: said(orNone(z.string().trim().max(longest)), {
    zh: `reason 须是 ${longest} 字以内的文字。`,
    en: `reason must be a text of at most ${longest} characters.`,
  }),
}

function askedWith(step: Step) {
  const { needs, publication }: StepRule = steps[step]
  const names = needs.flatMap((need) => askedBy[need])
  if (publication === 'asAsked') names.push('online')
  const chosen: Partial<Record<Asked, true>> = Object.fromEntries(names.map((name) => [name, true]))
  return asked.pick(chosen).shape
}

/** The body of a request for this step, as the API describes it. */
export const stepSent = (step: Step) =>
  z.object({
    ...{ ...seen, ...askedWith(step) },
    ...(steps[step].switches === 'unlessClosed' && { reopen }),
  })

type StepRead = z.output<z.ZodObject<typeof seen>> &
  Partial<z.output<z.ZodObject<typeof unasked>> & z.output<typeof asked>>

/** Made once: a request may ask for a step many times. */
const read = Object.fromEntries(
  (Object.keys(steps) as Step[]).map((step) => [
    step,
    z.object({ ...seen, ...unasked, ...askedWith(step) }),
  ]),
) as Record<Step, z.ZodObject<typeof seen & typeof unasked & typeof asked.shape>>

/** The body as it was sent. Throws as `sentAs`; what the rule asks for and is missing it leaves to the rule. */
export const readStep = (step: Step, body: Record<string, unknown>): StepRead =>
  sentAs(read[step], body)
