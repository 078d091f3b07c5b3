import { describe, expect, it, jest } from '@jest/globals'
import type { Payload } from 'payload'
import { noteSearch } from '@/front/noteReadings'
import type { NoteQuery } from '@/workflow/usage/searching/noteQuery'

type Searched = Parameters<typeof noteSearch>[0]
type Answered = Parameters<typeof noteSearch>[1]

const hit = (id: string) => ({ id }) as Answered['hits'][number]
const found: Answered = {
  hits: ['a', 'b', 'c', 'd'].map(hit),
  total: 9,
  ...{ degraded: false, corrected: [], dropped: [] },
}

function noted(searched: Partial<Searched>, answered: Partial<Answered> = {}) {
  const note = jest.fn<NoteQuery>()
  const client = { session: 'browser', isRobot: false }
  const asked = { payload: {} as Payload, session: null, client, text: '低保', page: 1, note }
  noteSearch({ ...asked, audience: { sees: 'public' }, ...searched }, { ...found, ...answered })
  return note.mock.calls.map(([, query]) => query)
}

describe('a search', () => {
  it('is counted with its first hits, by the side that asked', () => {
    const query = { text: '低保', entries: ['a', 'b', 'c'], found: 9 }
    expect(noted({})).toEqual([{ ...query, side: 'public', asker: 'browser' }])
    expect(
      noted({ session: { kind: 'person', id: 'p' }, audience: { sees: 'everything' } }),
    ).toEqual([{ ...query, side: 'inside', asker: 'p' }])
  })

  it('through a machine is of the agent it asks for', () => {
    const client = { session: 'x', isRobot: false, onBehalfOf: 'agent' }
    const machine = { kind: 'system', id: 's' } as const
    const [asked] = noted({ session: machine, client, audience: { sees: 'everything' } })
    expect(asked?.asker).toBe('s agent')
  })

  it.each<[string, Partial<Searched>, Partial<Answered>]>([
    ['that found nothing', {}, { hits: [] }],
    ['that the database answered', {}, { degraded: true }],
    ['that was corrected', {}, { corrected: [{ typed: '底保', used: '低保' }] }],
    ['of which a word was dropped', {}, { dropped: ['某'] }],
    ['of another page', { page: 2 }, {}],
    ['in one library', { library: 'plans' }, {}],
    ['that the centre has explained', { isExplained: true }, {}],
    ['by a robot', { client: { session: 'x', isRobot: true } }, {}],
  ])('%s is not counted', (_, searched, answered) => {
    expect(noted(searched, answered)).toEqual([])
  })
})
