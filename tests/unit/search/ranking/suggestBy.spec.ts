import { describe, expect, it } from '@jest/globals'
import { suggestBy, type Completion } from '@/search/ranking/suggestBy'

const completion = (id: string, text: string, more: Partial<Completion> = {}): Completion => ({
  ...{ id, text, bare: text, kind: 'title', ...more },
})

/** Suggestions of an engine that finds these at the front and these anywhere, and what it was asked. */
async function suggested(
  text: string,
  { front = [], anywhere = [] }: { front?: Completion[]; anywhere?: Completion[] },
  limit = 3,
) {
  const asked: [string[], boolean][] = []
  const found = await suggestBy(
    (parts, isAtFront) => {
      asked.push([parts.map(({ by }) => by), isAtFront])
      return isAtFront ? front : anywhere
    },
    { text, limit, audience: { sees: 'public' }, now: 0 },
  )
  return { asked, ids: found.map(({ id }) => id), found }
}

describe('suggestions over any engine', () => {
  it('are those that begin so, the short and titles first, then those that hold it', async () => {
    const { ids } = await suggested(
      '社保',
      {
        front: [
          completion('question', '社保卡', { kind: 'question' }),
          completion('long', '社保卡挂失'),
          completion('title', '社保号'),
        ],
        anywhere: [completion('inside', '补社保')],
      },
      4,
    )
    expect(ids).toEqual(['title', 'question', 'long', 'inside'])
  })

  it('ask no further once there are enough, and never for more than was wanted', async () => {
    const front = ['a', 'b', 'c', 'd'].map((id) => completion(id, `社保${id}`))
    const { asked, ids } = await suggested('社保', { front })
    expect(asked).toEqual([[['characters'], true]])
    expect(ids).toEqual(['a', 'b', 'c'])
  })

  it('show each text once, and nothing of how it was compared', async () => {
    const same = completion('other', '社保卡?', { bare: '社保卡' })
    const { found } = await suggested('社保', { front: [completion('one', '社保卡'), same] })
    expect(found).toEqual([{ id: 'one', text: '社保卡', kind: 'title' }])
  })

  it('listen to letters, whole and then unfinished', async () => {
    const { asked } = await suggested('she', {})
    const whole = ['characters', 'pinyin', 'initials']
    expect(asked).toEqual([
      [whole, true],
      [whole, false],
      [['pinyin'], true],
      [['pinyin'], false],
    ])
  })

  it('are none where no letter or digit was typed', async () => {
    const { asked, ids } = await suggested('?!', {})
    expect([asked, ids]).toEqual([[], []])
  })
})
