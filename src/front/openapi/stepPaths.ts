import {
  askedSteps,
  fields,
  libraries,
  states,
  steps,
  withdrawalKinds,
  type Library,
  type Step,
  type StepRule,
} from '@/access/rules'
import { graveKinds } from '@/workflow/findings/graveKinds'
import { body, json, pathParameter, people, refused } from './operations'
import { flag, list, number, object, oneOf, ref, text, type Schema } from './schema'

/** On every step: the state the person saw, in any other it is not taken; and that it is only asked for. */
const seen = {
  seenState: { ...oneOf(states), description: '所见的审批状态；已变则回 409' },
  check: { ...flag, description: '只核对能否办理，不办理 / only asks whether it could be taken' },
}

/** What a step takes beside the revision. */
const extras: Partial<Record<Step, { fields: Record<string, Schema>; optional?: string[] }>> = {
  approve: {
    fields: { reopen: { ...flag, description: '按修订的公开设置上线，尽管期间已改为不公开' } },
    optional: ['reopen'],
  },
  return: {
    fields: { online: { ...flag, description: '退回已审批的条目时是否保持在线' } },
    optional: ['online'],
  },
  withdraw: {
    fields: {
      kind: oneOf(withdrawalKinds),
      sentence: { ...text, description: '给读者看的一句话' },
      successor: text,
    },
    optional: ['successor'],
  },
}

function fieldsOf(step: Step) {
  const { needs }: StepRule = steps[step]
  return {
    ...(needs.includes('reason') ? { reason: text } : {}),
    ...(needs.includes('confirmed') ? { confirmed: { const: true } } : {}),
    ...(needs.includes('opened')
      ? { hash: { ...text, description: '审阅时给出的校验值；文字已变则回 409' } }
      : {}),
    ...(needs.includes('named')
      ? {
          findings: {
            ...list(oneOf(graveKinds)),
            description: '已逐项核对的种类；有而未列则回 400 findingsUnconfirmed',
          },
        }
      : {}),
    ...(needs.includes('target') ? { to: oneOf(['units', 'public']) } : {}),
    ...extras[step]?.fields,
  }
}

const optionalOf = (step: Step) => [
  ...[...Object.keys(seen), 'hash', 'findings'],
  ...(extras[step]?.optional ?? []),
]

function describe(step: Step) {
  const { from, to, by }: StepRule = steps[step]
  return `${from.join('、')} → ${to}；${by.join('、')}`
}

/** A direct save carries the fields it changes beside the revision. */
const changedBy = (library: Library, step: Step): Record<string, Schema> =>
  step === 'saveDirectly' ? Object.fromEntries(fields[library].map(({ name }) => [name, {}])) : {}

function single(library: Library, step: Step) {
  const changed = changedBy(library, step)
  const optional = [...optionalOf(step), ...Object.keys(changed)]
  return {
    post: {
      tags: ['步骤 Steps'],
      summary: `${step}`,
      description: describe(step),
      operationId: `${library}-${step}`,
      security: people,
      parameters: [pathParameter('id', '条目标识')],
      requestBody: body(
        object({ revision: number, ...seen, ...fieldsOf(step), ...changed }, optional),
      ),
      responses: {
        '200': json('已办 / taken', ref('StepTaken')),
        ...refused(400, 401, 403, 404, 409, 503),
      },
    },
  }
}

function several(library: Library, step: Step) {
  const items = list(object({ id: text, revision: number }))
  const optional = optionalOf(step)
  return {
    post: {
      tags: ['步骤 Steps'],
      summary: `${step}（多条 / several）`,
      description: describe(step),
      operationId: `${library}-${step}-several`,
      security: people,
      requestBody: body(object({ items, ...seen, ...fieldsOf(step) }, optional)),
      responses: {
        '200': json('逐条结果 / each on its own', ref('StepsTaken')),
        ...refused(400, 401, 403, 503),
      },
    },
  }
}

function stepsOf(library: Library) {
  const taken = askedSteps.filter((step) => {
    const { libraries: known }: StepRule = steps[step]
    return known.includes(library)
  })
  return Object.fromEntries([
    ...taken.map((step) => [`/api/${library}/{id}/${step}`, single(library, step)]),
    ...taken
      .filter((step) => steps[step].several)
      .map((step) => [`/api/${library}/${step}`, several(library, step)]),
  ])
}

export const stepPaths: Record<string, unknown> = Object.assign({}, ...libraries.map(stepsOf))
