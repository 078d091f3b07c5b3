import { describe, expect, it, jest } from '@jest/globals'
import { noCalls, take } from '@/components/desk/calls'
import { emptyQuestion } from '@/components/desk/deskQuestion'
import type { Entry } from '@/reading/readEntry'
import { doing, openWindow, use } from './inBrowser'

openWindow()
const { createRef } = await import('react')
const { callsOf, changeCalls } = await import('@/components/desk/callStore')
const { useCalls } = await import('@/components/desk/useCalls')
const { useOnCall } = await import('@/components/desk/useOnCall')
const { useUsing } = await import('@/components/desk/useUsing')
const { end } = await import('@/components/desk/calls')

const shown = { question: emptyQuestion, entry: null, search: null }
const call = (id: string) => ({
  id,
  at: '2026-12-01T02:00:00.000Z',
  number: null,
  district: '',
  shown,
})
const entry = { number: 'ZS000001', revision: 1, title: '怎么办？', summary: '到窗口办' } as Entry

/** 用上了 on a desk with two calls, of which b is on it; answers come when a test lets them. */
async function desk() {
  const answers: ((body: object) => void)[] = []
  globalThis.fetch = jest.fn(
    () => new Promise((answered) => answers.push((body) => answered(Response.json(body)))),
  ) as typeof fetch
  const said: string[] = []
  const undos: (() => void)[] = []
  const say = (words: string) => void said.push(words)
  changeCalls('p', () => take(take(noCalls, call('a')), call('b')))
  const used = await use(() => {
    const calls = useCalls({
      ...{ person: 'p', given: null, origins: [], shown },
      ...{ show: () => undefined, onTurned: () => undefined },
    })
    const box = createRef<HTMLInputElement>()
    const { onUsed, onTakenBack } = useOnCall({ language: 'zh', units: [], calls, box, say })
    const noteUse = useUsing({
      ...{ language: 'zh', entry, search: null, opening: 1, say, onUsed, onTakenBack },
      offer: ({ undo }) => void undos.push(undo),
    })
    return { noteUse, turnTo: calls.turnTo }
  })
  const toldOn = (id: string) =>
    callsOf('p')
      .calls.find((one) => one.id === id)
      ?.seen.flatMap(({ told }) => told)
  return { used, answers, said, undos, toldOn }
}

describe('用上了', () => {
  it('and its taking back are of the call on which they were pressed, whichever is on the desk then', async () => {
    const { used, answers, undos, toldOn } = await desk()
    await doing(() => void used.of().noteUse())
    await doing(() => used.of().turnTo('a'))
    await doing(() => answers.shift()?.({ id: 'u1' }))
    expect([toldOn('a'), toldOn('b')]).toEqual([[], ['used']])
    await doing(() => undos[0]?.())
    await doing(() => answers.shift()?.({}))
    expect([toldOn('a'), toldOn('b')]).toEqual([[], []])
  })

  it('is of no call where that has ended meanwhile', async () => {
    const { used, answers, toldOn } = await desk()
    await doing(() => void used.of().noteUse())
    await doing(() => changeCalls('p', (now) => end(now, 'b')))
    await doing(() => answers.shift()?.({ id: 'u1' }))
    expect([toldOn('a'), toldOn('b')]).toEqual([[], undefined])
  })

  it('is not said to be on record before it is', async () => {
    const { used, answers, said } = await desk()
    await doing(() => void used.of().noteUse())
    await doing(() => void used.of().noteUse())
    expect(said).toEqual([])
    expect(answers).toHaveLength(1)
    await doing(() => answers.shift()?.({ id: 'u1' }))
    await doing(() => void used.of().noteUse())
    expect(said).toEqual([expect.stringContaining('已记录')])
  })
})
