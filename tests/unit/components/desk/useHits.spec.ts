import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { emptyQuestion, noHits } from '@/components/desk/deskQuestion'
import { doing, openWindow, use } from './inBrowser'

openWindow()
const { useHits } = await import('@/components/desk/useQuestion')

let asked: (string | null)[]
beforeEach(() => {
  jest.useFakeTimers()
  asked = []
  globalThis.fetch = jest.fn((path) => {
    asked.push(new URL(String(path), 'http://zhiku.example').searchParams.get('q'))
    return new Promise<Response>(() => undefined)
  })
})
afterEach(() => {
  jest.useRealTimers()
})

async function desk() {
  const box = document.createElement('input')
  let words = ''
  const hits = await use(() =>
    useHits({
      ...{ box: { current: box }, question: { ...emptyQuestion, words } },
      ...{ first: noHits(emptyQuestion), isExplained: false, district: '', firstDistrict: '' },
    }),
  )
  return {
    box,
    write: async (now: string) => {
      words = now
      await hits.again()
    },
  }
}
const wait = (ms: number) => doing(() => jest.advanceTimersByTime(ms))

describe('the hits', () => {
  it('are asked for at once where a whole word came into the box', async () => {
    const { write } = await desk()
    await write('居住')
    await wait(0)
    expect(asked).toEqual(['居住'])
    await write('居住证补办')
    await wait(0)
    expect(asked).toEqual(['居住', '居住证补办'])
  })

  it('are asked for after a pause where somebody types letters', async () => {
    const { write } = await desk()
    for (const words of ['j', 'ju', 'juz']) {
      await write(words)
      await wait(100)
    }
    expect(asked).toEqual([])
    await wait(60)
    expect(asked).toEqual(['juz'])
  })

  it('are asked for once the input method has handed over what was written', async () => {
    const { box, write } = await desk()
    await write('居')
    await doing(() => box.dispatchEvent(new Event('compositionend')))
    expect(asked).toEqual(['居'])
    await wait(1_000)
    expect(asked).toEqual(['居'])
  })
})
