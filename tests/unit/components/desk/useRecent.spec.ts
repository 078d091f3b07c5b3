import { describe, expect, it } from '@jest/globals'
import { entriesIn, wordsIn } from '@/components/desk/useRecent'
import type { ViewRead } from '@/workflow/usage/readViews'

const view = (number: string, title = number) => ({ entry: { number, title } }) as ViewRead

describe('what one did today', () => {
  it('is each question once, without how it was typed', () => {
    const asked = ['居住证怎么办', '居住证', '居', '医保', '居住证怎么办']
    expect(wordsIn(asked)).toEqual(['居住证怎么办', '医保'])
  })

  it('is each entry once, what was opened just now first', () => {
    const views = [view('B'), view('A'), view('B')]
    const numbers = entriesIn({ views }, [{ number: 'C', title: 'C' }]).map(({ number }) => number)
    expect(numbers).toEqual(['C', 'B', 'A'])
  })

  it('is nothing that may no longer be read, though it was opened just now', () => {
    expect(entriesIn({ views: [view('A', '')] }, [{ number: 'A', title: '旧题' }])).toEqual([])
  })
})
