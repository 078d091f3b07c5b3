import { describe, expect, it } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { takeSteps } from '@/workflow/step/takeSteps'

/** A request whose database answers like this. */
function requestTo(findOne: () => Promise<unknown>) {
  const logged: unknown[] = []
  const req = {
    user: { id: 'p', collection: 'users', roles: ['editor'], unit: 'u', isActive: true },
    i18n: { language: 'zh' },
    context: {},
    payload: {
      db: { findOne },
      logger: { error: (line: { err: unknown }) => logged.push(line.err) },
    },
  } as unknown as PayloadRequest
  return { req, logged }
}

const body = { items: ['a', 'b'].map((id) => ({ id, revision: 1 })) }
const taken = (req: PayloadRequest) =>
  takeSteps({ req, library: 'knowledge', step: 'submit', body })

describe('a step for several entries', () => {
  it('goes on where one fails, says so of that one alone, and leaves a line in the log', async () => {
    let asked = 0
    const broken = new Error('The disk is gone.')
    const { req, logged } = requestTo(async () => {
      asked += 1
      if (asked === 1) throw broken
      return null
    })
    const { results } = await taken(req)
    expect(results).toMatchObject([
      { id: 'a', ok: false, status: 500, code: 'failed' },
      { id: 'b', ok: false, status: 404, code: 'notFound', detail: expect.any(String) },
    ])
    expect(JSON.stringify(results)).not.toContain('disk')
    expect(logged).toEqual([broken])
  })

  it('says of one that waited too long that the system is busy', async () => {
    const { req, logged } = requestTo(() =>
      Promise.reject(Object.assign(new Error(), { status: 503 })),
    )
    const { results } = await taken(req)
    expect(results).toMatchObject([
      { status: 503, code: 'busy' },
      { status: 503, code: 'busy' },
    ])
    expect(logged).toEqual([])
  })

  it.each([
    [undefined],
    [null],
    [{}],
    ['a'],
    [[]],
    [['a']],
    [[null]],
    [[{ id: {}, revision: 1 }]],
    [Array.from({ length: 201 }, () => ({ id: 'a', revision: 1 }))],
  ] as unknown[][])('is refused as a whole where its list is none: %j', async (items) => {
    const { req } = requestTo(() => Promise.resolve(null))
    const sent = takeSteps({ req, library: 'knowledge', step: 'submit', body: { items } })
    await expect(sent).rejects.toMatchObject({
      ...{ status: 400, code: 'invalid', details: { fields: ['items'] } },
    })
  })

  it('does not refuse the list for an item whose revision is none', async () => {
    const { req } = requestTo(() => Promise.resolve(null))
    const items = [{ id: 'a', revision: 'x' }, { id: 'b' }]
    const { results } = await takeSteps({
      req,
      library: 'knowledge',
      step: 'submit',
      body: { items },
    })
    expect(results.map(({ id, ok }) => [id, ok])).toEqual([
      ['a', false],
      ['b', false],
    ])
  })
})
