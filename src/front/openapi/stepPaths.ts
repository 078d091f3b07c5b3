import { z } from 'zod'
import {
  askedSteps,
  fields,
  libraries,
  steps,
  type Library,
  type Step,
  type StepRule,
} from '@/access/rules'
import { stepSent } from '@/workflow/step/stepSent'
import { stepsSent } from '@/workflow/step/takeSteps'
import { body, json, pathParameter, people, refused } from './operations'
import { bodySchema, ref } from './schema'

function describe(step: Step) {
  const { from, to, by }: StepRule = steps[step]
  return `${from.join('、')} → ${to}；${by.join('、')}`
}

/** A direct save carries the fields it changes beside the revision. */
const changedBy = (library: Library, step: Step) =>
  steps[step].text === 'sent'
    ? Object.fromEntries(fields[library].map(({ name }) => [name, z.any().optional()]))
    : {}

function single(library: Library, step: Step) {
  return {
    post: {
      tags: ['步骤 Steps'],
      summary: `${step}`,
      description: describe(step),
      operationId: `${library}-${step}`,
      security: people,
      parameters: [pathParameter('id', '条目标识')],
      requestBody: body(bodySchema(stepSent(step).extend(changedBy(library, step)))),
      responses: {
        '200': json('已办 / taken', ref('StepTaken')),
        ...refused(400, 401, 403, 404, 409, 503),
      },
    },
  }
}

function several(library: Library, step: Step) {
  return {
    post: {
      tags: ['步骤 Steps'],
      summary: `${step}（多条 / several）`,
      description: describe(step),
      operationId: `${library}-${step}-several`,
      security: people,
      requestBody: body(bodySchema(stepsSent(step))),
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
