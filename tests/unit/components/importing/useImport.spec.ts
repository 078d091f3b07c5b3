import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { doing, openWindow, use } from '../desk/inBrowser'

openWindow('http://zhiku.example/admin/import')
jest.unstable_mockModule('@payloadcms/ui', () => ({ useTranslation: () => ({ i18n: {} }) }))
const { useImport } = await import('@/components/admin/importing/useImport')

type Answer = { status: number; body: object }
const asked: string[] = []
/** What the server answers, one after the other; the last of them from then on. */
function answering(...answers: Answer[]) {
  globalThis.fetch = (async (path: string, { method }: { method: string }) => {
    asked.push(`${method} ${path}`)
    const { status, body } = (answers.length > 1 ? answers.shift() : answers[0]) as Answer
    return new Response(JSON.stringify(body), { status })
  }) as typeof fetch
}
const batch = (state: string) => ({ status: 200, body: { id: 'b', state } })

/** Lets the time of some looks pass. */
async function later(looks = 1) {
  for (let n = 0; n < looks; n += 1) await doing(() => jest.advanceTimersByTimeAsync(1_000))
}

beforeAll(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask'] }))
afterAll(() => void jest.useRealTimers())
afterEach(() => void asked.splice(0))

describe('a batch that is looked at', () => {
  it('is asked for again while the server works on it, and no more once it is done', async () => {
    answering(batch('running'), batch('running'), batch('done'))
    const { of } = await use(() => useImport('b', 'zh'))
    await later(5)
    expect(of().batch?.state).toBe('done')
    expect(asked).toEqual(Array.from({ length: 3 }, () => 'GET /api/imports/b'))
  })

  it('is shown as the server says it stands after what was asked of it', async () => {
    answering(batch('planned'))
    const { of } = await use(() => useImport('b', 'zh'))
    await later()
    expect(of().batch?.state).toBe('planned')
    answering(batch('done'))
    await doing(() => of().take('start', { overwrite: 'none' }))
    expect(of().batch?.state).toBe('done')
    expect(asked.at(-1)).toBe('POST /api/imports/b/start')
  })

  it('stays as it stands where something is refused, and the reason comes back', async () => {
    answering(batch('done'))
    const { of } = await use(() => useImport('b', 'zh'))
    await later()
    expect(of().batch?.state).toBe('done')
    answering({ status: 409, body: { code: 'wrongState', detail: '已有人处理' } })
    expect(await of().take('takeBack')).toMatchObject({ ok: false, detail: '已有人处理' })
    expect(of().batch?.state).toBe('done')
  })

  it('that is not there is asked for once', async () => {
    answering({ status: 404, body: { code: 'notFound' } })
    const { of } = await use(() => useImport('b', 'zh'))
    await later(5)
    expect(of().refused).toBe('missing')
    expect(asked).toHaveLength(1)
  })
})
