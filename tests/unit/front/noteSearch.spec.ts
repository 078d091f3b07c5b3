import { describe, expect, it, jest } from '@jest/globals'
import type { Payload } from 'payload'
import { noteList, noteSearch } from '@/front/noteSearches'
import type { NoteQuery } from '@/workflow/usage/searching/noteQuery'
import type { NoteShown } from '@/workflow/usage/searches'

type Searched = Parameters<typeof noteSearch>[0]
type Answered = Parameters<typeof noteSearch>[1]

const person = { kind: 'person', id: 'p' } as NonNullable<Searched['session']>
const inside = { sees: 'everything' } as const
const machine = { kind: 'system', id: 's', name: '呼叫中心', audience: inside, rate: 600 } as const
const browser = { session: 'browser', place: 'office', isRobot: false }
const hit = (id: string) => ({ id }) as Answered['hits'][number]
const found: Answered = {
  hits: ['a', 'b', 'c', 'd'].map(hit),
  total: 9,
  ...{ degraded: false, corrected: [], dropped: [] },
}

function noted(searched: Partial<Searched>, answered: Partial<Answered> = {}) {
  const note = jest.fn<NoteQuery>()
  const client = browser
  const asked = { payload: {} as Payload, session: null, client, text: '低保', page: 1, note }
  const more = { isPortal: true, show: () => null }
  noteSearch(
    { ...asked, ...more, audience: { sees: 'public' }, ...searched },
    { ...found, ...answered },
  )
  return note.mock.calls.map(([, query]) => query)
}

describe('an answer', () => {
  const shown = { ...found, hits: ['ZS000001', 'ZS000002'].map((number) => ({ number })) as never }

  function recorded(searched: Partial<Searched>) {
    const show = jest.fn<NoteShown>(() => 'id')
    const client = browser
    const asked = { payload: {} as Payload, session: null, client, text: '低保', page: 1 }
    const given = { ...asked, isPortal: true, show, note: jest.fn<NoteQuery>(), ...searched }
    const id = noteSearch({ audience: { sees: 'public' }, ...given }, shown)
    return { id, rows: show.mock.calls.map(([, row]) => row) }
  }

  it('is on record with who asked, what was asked and what was shown', () => {
    const { id, rows } = recorded({ unit: 'u', page: 2 })
    expect(id).toBe('id')
    expect(rows).toEqual([
      {
        ...{
          text: '低保',
          channel: 'portal',
          session: 'browser',
          place: 'office',
          page: 2,
          found: 9,
        },
        ...{ shown: ['ZS000001', 'ZS000002'], isTrial: false },
        filters: { unit: 'u', library: undefined, category: undefined, freshness: undefined },
      },
    ])
    const agent = { id: 'a', name: '林小满' }
    const [ofMachine] = recorded({ session: machine, agent, isPortal: false }).rows
    expect(ofMachine).toMatchObject({ channel: 'system', reader: 'a', readerName: '林小满' })
  })

  it('is not where a robot asked', () => {
    const { id, rows } = recorded({ client: { ...browser, isRobot: true } })
    expect([id, rows]).toEqual([null, []])
  })

  it('of a list is where somebody is signed in', () => {
    const show = jest.fn<NoteShown>(() => 'id')
    const client = browser
    const asked = { payload: {} as Payload, client, isPortal: false, show }
    const list = { entries: [{ number: 'ZS000001' }], total: 1 }
    expect(noteList({ ...asked, session: null }, list)).toBeNull()
    expect(noteList({ ...asked, session: person }, list)).toBe('id')
    // Of the hotspots a citizen's too: what is opened from them makes nothing hotter.
    const hotspots = { ...list, list: 'hotspots' } as const
    expect(noteList({ ...asked, session: null }, hotspots)).toBe('id')
    expect(show.mock.calls.map(([, row]) => row.list)).toEqual(['entries', 'hotspots'])
  })
})

describe('a search', () => {
  it('is counted with its first hits, by the side that asked', () => {
    const query = { text: '低保', entries: ['a', 'b', 'c'], found: 9 }
    const citizen = { reader: null, session: 'browser', place: 'office' }
    expect(noted({})).toMatchObject([{ ...query, side: 'public', asker: citizen }])
    expect(noted({ session: person, audience: { sees: 'everything' } })).toMatchObject([
      { ...query, side: 'inside', asker: { reader: 'p', session: null, place: null } },
    ])
  })

  it('through a machine is of the agent it asks for', () => {
    const agent = { id: 'a', name: '林小满' }
    const [asked] = noted({ session: machine, agent, audience: inside })
    expect(asked?.asker).toMatchObject({ reader: 'a' })
  })

  it.each<[string, Partial<Searched>, Partial<Answered>]>([
    ['that found nothing', {}, { hits: [] }],
    ['that the database answered', {}, { degraded: true }],
    ['that was corrected', {}, { corrected: [{ typed: '底保', used: '低保' }] }],
    ['of which a word was dropped', {}, { dropped: ['某'] }],
    ['of another page', { page: 2 }, {}],
    ['in one library', { library: 'plans' }, {}],
    ['that the centre has explained', { isExplained: true }, {}],
    ['by a robot', { client: { ...browser, isRobot: true } }, {}],
  ])('%s is not counted', (_, searched, answered) => {
    expect(noted(searched, answered)).toEqual([])
  })
})
