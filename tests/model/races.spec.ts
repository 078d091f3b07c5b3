import { beforeAll, describe, expect, it } from '@jest/globals'
import { as } from '../server/people'
import { foundCity, hire, type Worker } from '../int/city'
import type { Row } from '../int/answers'
import { history, review, step, standing, submit, write } from '../int/entries'

const rounds = Number(process.env.ZHIKU_RACE_ROUNDS ?? 50)
const patient = 1_800_000

let city: Awaited<ReturnType<typeof foundCity>>
const deciders: Worker[] = []
beforeAll(async () => {
  city = await foundCity()
  deciders.push(city.approver)
  while (deciders.length < 20) deciders.push(await hire(city.bureau, 'approver'))
}, 300_000)

describe('twenty approvers at the same entry at the same time', () => {
  it(
    `half of them approving, half returning, ${rounds} rounds: one wins, the others are told, one decision is kept`,
    async () => {
      const agent = await as('agent')
      for (let round = 1; round <= rounds; round += 1) {
        const entry = await submit(city.editor, await write(city.editor, city.bureau))
        await Promise.all(deciders.map((person) => review(person, entry)))
        const answers = await Promise.all(
          deciders.map((person, seat) =>
            (seat + round) % 2
              ? step(person, entry, 'approve', { confirmed: true })
              : step(person, entry, 'return', { seenState: 'pending', reason: '再改改' }),
          ),
        )
        const winners = answers.filter(({ status }) => status === 200)
        const told = answers.filter(({ status, body }) => status === 409 && Boolean(body.code))
        expect([round, winners.length, told.length]).toEqual([round, 1, deciders.length - 1])
        await isDecidedOnce(entry, winners[0]?.body as Won, agent)
      }
    },
    patient,
  )
})

type Won = { decision: string; state: string }

/** The record, the state and what readers find all tell of the one decision that won. */
async function isDecidedOnce(
  entry: Awaited<ReturnType<typeof write>>,
  won: Won,
  agent: Awaited<ReturnType<typeof as>>,
): Promise<void> {
  const decisions = await history(city.approver, entry)
  expect(decisions.map(({ step: name }) => name).slice(1)).toEqual(['submit'])
  expect(decisions[0]).toMatchObject({ id: won.decision, to: won.state })
  expect(await standing(city.editor, entry)).toMatchObject({ state: won.state })
  const read = await agent.get<Row>(`/api/entries/${entry.number}`)
  expect(read.status).toBe(won.state === 'approved' ? 200 : 404)
}
