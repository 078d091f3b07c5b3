import type { PayloadRequest } from 'payload'
import type { Library } from '@/access/rules'
import { scoreKeys, usualWeights, type ScoreKey, type Weights } from '@/statistics/figures'

/** 修改已审批信息须先退回: the centre's setting for this library; off for cases, which nobody returns. */
export async function mustReturnFirst(req: PayloadRequest, library: Library): Promise<boolean> {
  return (await returnFirstIn(req))(library)
}

/** The same for every library, asked once. */
export async function returnFirstIn(req: PayloadRequest): Promise<(library: Library) => boolean> {
  const { returnFirst } = await req.payload.findGlobal({
    slug: 'settings',
    overrideAccess: true,
    depth: 0,
    req,
  })
  return (library) => library !== 'cases' && returnFirst?.[library] === true
}

/** After how many working days what waits is told of once more. */
export async function remindAfterIn(req: PayloadRequest): Promise<number> {
  const { remindAfter } = await req.payload.findGlobal({
    slug: 'settings',
    overrideAccess: true,
    depth: 0,
    req,
  })
  return remindAfter ?? usual
}

const usual = 2

/** So many days 浏览记录 and 检索记录 are kept row by row; their daily counts are kept for good. */
export async function keptDaysIn(req: PayloadRequest): Promise<number> {
  const { keptDays } = await req.payload.findGlobal({
    slug: 'settings',
    overrideAccess: true,
    depth: 0,
    req,
  })
  return Math.max(keptDays ?? usuallyKept, fewestKept)
}

export { scoreKeys }

/** What a unit's score is made of; where the centre says nothing, or nothing but noughts, the usual weights. */
export async function scoreWeightsIn(req: PayloadRequest): Promise<Weights> {
  const { scoreWeights } = await req.payload.findGlobal({
    slug: 'settings',
    overrideAccess: true,
    depth: 0,
    req,
  })
  const of = (key: ScoreKey) => scoreWeights?.[key] ?? usualWeights[key]
  const weights = Object.fromEntries(scoreKeys.map((key) => [key, of(key)])) as Weights
  // By nothing at all nobody can be compared.
  return scoreKeys.some((key) => weights[key] > 0) ? weights : usualWeights
}

/** By the order: half a year at least. Where the centre says nothing, a year can be compared with the one before. */
export const fewestKept = 180
export const mostKept = 3_650
export const usuallyKept = 400
