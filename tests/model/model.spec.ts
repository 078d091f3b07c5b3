import fc from 'fast-check'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { as } from '../server/people'
import { unique } from '../int/city'
import { dice, nextAction } from './commands'
import { play, type Failure, type Played } from './playing'
import { sentence } from './sentences'
import { shrink } from './shrinking'
import { newStage, type Stage } from './stage'
import type { Action } from './actions'
import { newWorld, type Revised } from './words'

const runs = Number(process.env.ZHIKU_MODEL_RUNS ?? 40)
const seed = Number(process.env.ZHIKU_MODEL_SEED ?? Math.floor(Math.random() * 2 ** 30))
/** On a slow machine fewer are played than asked for; how many is printed. In milliseconds. */
const longest = Number(process.env.ZHIKU_MODEL_MINUTES ?? Infinity) * 60_000
/** Sequences played at the same time, each in units of its own. */
const lanes = Math.min(runs, 2)
/** After so many sequences a lane moves to new units, whose lists are short again. */
const stayed = 100

/** The setting 修改已审批信息须先退回 is one for all: sequences of one kind are played together. */
const kinds: { returnFirst: Revised[]; canSet: boolean }[] = [
  { returnFirst: [], canSet: false },
  { returnFirst: ['knowledge', 'plans', 'notices'], canSet: false },
  { returnFirst: [], canSet: true },
]
type Kind = (typeof kinds)[number]
/** By its seed alone, so that a sequence played again is of the same kind. */
const kindOf = (own: number) => kinds[[0, 0, 0, 0, 0, 0, 1, 1, 2, 2][own % 10] as number] as Kind

/**
 * Tasks come of some sequences, which are longer, so that they are followed to their end; by the seed too. In the others
 * entries have it for themselves.
 */
const tasksShareOf = (own: number) => (own % 5 === 2 ? 0.55 : 0)

/** So many disagreements are told; then the run ends. */
const enough = 6
const reports: string[] = []
const stages: Stage[] = []
beforeAll(async () => {
  for (let lane = 0; lane < lanes; lane += 1) stages.push(await newStage())
}, 600_000)

describe('the system and the model of the specification', () => {
  it(`agree on ${runs} sequences of people, entries, steps and side doors from seed ${seed}`, async () => {
    const started = Date.now()
    const seeds = Array.from({ length: runs }, (_, index) => seed + index)
    let begun = 0
    let played = 0
    for (const kind of kinds) {
      await set(kind.returnFirst)
      const queue = seeds.filter((own) => kindOf(own) === kind)
      const all = queue.length
      begun += all
      // Each kind has its share of the time.
      const until = started + longest * (begun / runs)
      // A sequence that switches the setting itself has the city for itself.
      const beside = kind.canSet ? stages.slice(0, 1) : stages
      await Promise.all(beside.map((stage) => lane(stage, queue, { kind, until })))
      played += all - queue.length
    }
    await set([])
    const perSequence = Math.round((Date.now() - started) / played)
    const of = played < runs ? ` of ${runs}: the time was up` : ''
    process.stderr.write(`model: ${played} sequences${of}, seed ${seed}, ${perSequence} ms each\n`)
    expect(played).toBeGreaterThan(0)
    expect(reports.join('\n\n')).toBe('')
  }, 36_000_000)
})

type Lane = { kind: Kind; until: number }

async function lane(begun: Stage, queue: number[], { kind, until }: Lane): Promise<void> {
  let stage = begun
  // However slow, a lane plays one of each kind.
  for (let played = 1; reports.length < enough; played += 1) {
    if (played > 1 && Date.now() > until) return
    const own = queue.shift()
    if (own === undefined) return
    await sequence(stage, own, kind)
    if (played % stayed === 0) stage = await newStage()
  }
}

/** One sequence of fast-check's: numbers, of which each becomes what somebody tries next. */
async function sequence(stage: Stage, own: number, kind: Kind): Promise<void> {
  const share = tasksShareOf(own)
  const lengths = share > 0 ? { minLength: 20, maxLength: 30 } : { minLength: 12, maxLength: 20 }
  const draws = fc.noBias(fc.array(fc.nat(), { ...lengths, size: 'max' }))
  const property = fc.asyncProperty(draws, async (numbers) => {
    // What the sequence before has switched is no part of this one.
    if (kind.canSet) await set(kind.returnFirst)
    const world = newWorld(kind.returnFirst, share)
    const next = (index: number) => {
      const number = numbers[index]
      return number === undefined ? null : nextAction(dice(number), world, kind.canSet)
    }
    const { actions, failure } = await play({ stage: { ...stage, word: unique() }, world }, next, {
      seed: own,
    })
    if (failure) tell(await report(stage, own, { kind, actions, failure }))
  })
  await fc.assert(property, { seed: own, numRuns: 1, endOnFailure: true })
}

/** At once, and again when the run ends: a long one may be ended before. */
function tell(text: string): void {
  reports.push(text)
  process.stderr.write(`\n${text}\n`)
}

async function report(
  stage: Stage,
  own: number,
  { kind, actions, failure }: { kind: Kind; actions: Action[]; failure: Failure },
): Promise<string> {
  const replay = async (again: Action[]): Promise<Played> => {
    const world = newWorld(kind.returnFirst)
    if (kind.canSet) await set(kind.returnFirst)
    const given = { stage: { ...stage, word: unique() }, world }
    return play(given, (index) => again[index] ?? null, {
      seed: own,
      isThorough: true,
    })
  }
  const shortest = (await shrink(actions, replay)) ?? { actions, failure }
  return [
    `The system and the model disagree; ZHIKU_MODEL_SEED=${own} ZHIKU_MODEL_RUNS=1 plays it again.`,
    ...shortest.actions.map((action, index) => `  ${index + 1}. ${sentence(action)}`),
    'What the model says, and what the system answered:',
    ...shortest.failure.disagreements.slice(0, 12).map((line) => `  - ${line}`),
    ...(shortest.actions === actions ? ['(not met again when played a second time)'] : []),
  ].join('\n')
}

async function set(returnFirst: Revised[]): Promise<void> {
  const centre = await as('centre')
  const { returnFirst: all } = newWorld(returnFirst)
  const { status } = await centre.post('/api/globals/settings', { returnFirst: all })
  if (status !== 200) throw new Error(`The setting was not taken: ${status}`)
}
