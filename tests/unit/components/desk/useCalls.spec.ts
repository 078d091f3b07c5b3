import { beforeEach, describe, expect, it } from '@jest/globals'
import { noCalls, take, type Shown } from '@/components/desk/calls'
import { emptyQuestion } from '@/components/desk/deskQuestion'
import { doing, openWindow, use } from './inBrowser'

const window = openWindow()
const { callsOf, changeCalls } = await import('@/components/desk/callStore')
const { useCalls } = await import('@/components/desk/useCalls')

const bare: Shown = { question: emptyQuestion, entry: null, search: null }
const opened: Shown = { ...bare, entry: 'ZS000001', search: 's1' }
const call = {
  id: 'c-1',
  at: '2026-12-01T02:00:00.000Z',
  number: null,
  district: '',
  shown: opened,
}

beforeEach(() => changeCalls('p', () => noCalls))

async function desk(person: string | null, shown = bare) {
  const went: Shown[] = []
  let turns = 0
  const calls = await use(() =>
    useCalls({
      ...{ person, given: null, origins: [], shown },
      ...{ show: (to) => void went.push(to), onTurned: () => void turns++ },
    }),
  )
  return { calls, went, turns: () => turns }
}

describe('the calls of a desk', () => {
  it('learn of one that is on it what was not known, and leave what one does there alone', async () => {
    changeCalls('p', () => take(noCalls, call))
    const { calls, went, turns } = await desk('p', opened)
    await doing(() => calls.of().begin({ id: 'c-1', number: '13900001234', district: 'd1' }))
    expect(calls.of().call).toMatchObject({ number: '13900001234', district: 'd1' })
    expect(went).toEqual([])
    expect(turns()).toBe(0)
  })

  it('come back with the answer that their entry was opened from', async () => {
    changeCalls('p', () => ({ ...take(noCalls, call), active: null }))
    const { calls, went } = await desk('p')
    await doing(() => calls.of().turnTo('c-1'))
    expect(went).toEqual([opened])
  })

  it('are forgotten where somebody signs in who takes none', async () => {
    changeCalls('p', () => take(noCalls, { ...call, number: '13900001234' }))
    expect(window.sessionStorage.length).toBe(1)
    await desk(null)
    expect(window.sessionStorage.length).toBe(0)
    expect(callsOf('p')).toEqual(noCalls)
  })
})
