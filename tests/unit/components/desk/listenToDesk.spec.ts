import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openWindow } from './inBrowser'

const window = openWindow()
const { listenToDesk } = await import('@/components/desk/listenToDesk')

type Listener = (event?: object) => void

/** A stream that says what a test lets it say. */
class Stream {
  static readonly CLOSED = 2
  static opened: Stream[] = []
  readyState = 0
  onerror: (() => void) | null = null
  readonly heard = new Map<string, Listener>()
  constructor() {
    Stream.opened.push(this)
  }
  addEventListener(name: string, listener: Listener) {
    this.heard.set(name, listener)
  }
  close() {
    this.readyState = Stream.CLOSED
  }
  refuse() {
    this.readyState = Stream.CLOSED
    this.onerror?.()
  }
}

let answers: ((response: Response) => void)[] = []
const answer = async (status: number, body = {}) => {
  answers.shift()?.(new Response(JSON.stringify(body), { status }))
  await jest.advanceTimersByTimeAsync(0)
}

let end = () => {}
const told = jest.fn()
const expired = jest.fn()

beforeEach(() => {
  jest.useFakeTimers()
  for (const name of ['setTimeout', 'clearTimeout'] as const)
    Object.assign(window, { [name]: globalThis[name] })
  Object.assign(globalThis, { EventSource: Stream })
  globalThis.fetch = jest.fn(() => new Promise<Response>((answered) => answers.push(answered)))
  Stream.opened = []
  answers = []
  told.mockClear()
  expired.mockClear()
  end = listenToDesk(told, expired)
})
afterEach(() => {
  end()
  jest.useRealTimers()
})

describe('a desk that is told of what stands on top of it', () => {
  it('says that the session has ended, and seldom tries again', async () => {
    Stream.opened[0]?.refuse()
    await jest.advanceTimersByTimeAsync(0)
    await answer(401)
    expect(expired).toHaveBeenCalledTimes(1)
    await jest.advanceTimersByTimeAsync(4 * 60_000)
    expect(Stream.opened).toHaveLength(1)
    expect(answers).toHaveLength(0)
    await jest.advanceTimersByTimeAsync(2 * 60_000)
    expect(Stream.opened).toHaveLength(2)
  })

  it('asks once at a time, also where the stream spoke while it asked', async () => {
    const [stream] = Stream.opened
    stream?.onerror?.()
    await jest.advanceTimersByTimeAsync(0)
    stream?.heard.get('beat')?.()
    stream?.onerror?.()
    await jest.advanceTimersByTimeAsync(0)
    expect(answers).toHaveLength(2)
    await answer(200, { bulletins: ['old'] })
    await answer(200, { bulletins: ['new'] })
    expect(told.mock.calls).toEqual([[['new']]])
    await jest.advanceTimersByTimeAsync(5_000)
    expect(answers).toHaveLength(1)
  })
})
