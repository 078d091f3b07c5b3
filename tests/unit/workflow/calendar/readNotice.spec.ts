import { describe, expect, it } from '@jest/globals'
import { readNotice } from '@/workflow/calendar/readNotice'
import { calendarOf } from '@/workflow/calendar/workingDays'
import { notice2024, notice2025, notice2026 } from './notices'

const read = (text: string, year: number) => {
  const found = readNotice(text, year)
  if ('flaws' in found) throw new Error(JSON.stringify(found.flaws))
  return found.notice
}
const flawsOf = (text: string, year: number) => {
  const found = readNotice(text, year)
  return 'flaws' in found ? found.flaws : []
}

describe('the notice of a year', () => {
  it.each([
    [2024, notice2024],
    [2025, notice2025],
    [2026, notice2026],
  ])('of %d is read as the days that were off and worked', (year, text) => {
    const usual = calendarOf([])
    const ofYear = (days: Iterable<string>) =>
      [...days].filter((day) => day.startsWith(String(year))).sort()
    const { daysOff, worked } = read(text, year)
    // Weekends that are off anyway make no difference.
    const isWeekday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay())
    expect(ofYear(daysOff).filter(isWeekday)).toEqual(ofYear(usual.daysOff).filter(isWeekday))
    expect(ofYear(worked)).toEqual(ofYear(usual.worked))
  })

  it('is refused where a weekday, or the number of days, is not that of its dates', () => {
    const wrong = notice2026.replace('1月1日（周四）', '1月1日（周三）').replace('共9天', '共8天')
    expect(flawsOf(wrong, 2026)).toEqual([
      { kind: 'weekday', at: '1月1日（周三）', weekday: '周四' },
      expect.objectContaining({ kind: 'count', counted: 9 }),
    ])
  })

  it('is refused where a festival is missing, as of a notice that was not pasted whole', () => {
    const [whole = ''] = notice2026.split('六、')
    expect(flawsOf(whole, 2026)).toEqual([
      { kind: 'missing', at: '中秋节' },
      { kind: 'missing', at: '国庆节' },
    ])
    expect(flawsOf('', 2026)).toHaveLength(7)
  })

  it('is refused where it is of another year', () => {
    expect(flawsOf(notice2026, 2027).map(({ kind }) => kind)).toContain('weekday')
    const past = notice2024.replaceAll(/（周.）|（星期.）/gu, '')
    expect(flawsOf(`${past}2022年5月1日放假1天。`, 2024)).toEqual([
      { kind: 'otherYear', at: '2022年5月1日' },
    ])
  })

  it('is refused where a day does not exist, and where what is to be worked is worked anyway', () => {
    const wrong = notice2026.replace('5月9日（周六）上班', '5月8日（周五）、6月31日上班')
    expect(flawsOf(wrong, 2026)).toEqual([
      { kind: 'noDay', at: '6月31日' },
      { kind: 'weekend', at: '2026-05-08' },
    ])
  })

  it('is read with its own beginning, which names all festivals, and is refused where it breaks off', () => {
    const preamble =
      '现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。'
    expect(read(preamble + notice2026, 2026)).toEqual(read(notice2026, 2026))
    const [broken = ''] = notice2026.split('六、')
    expect(flawsOf(preamble + broken, 2026).map(({ at }) => at)).toEqual(['中秋节', '国庆节'])
  })

  it('is read as it is copied from other programs: with spaces, and figures of another width', () => {
    const copied = notice2026.replaceAll(/(\d+)(月|日|天)/gu, ' $1 $2').replaceAll('1', '１')
    expect(read(copied, 2026)).toEqual(read(notice2026, 2026))
  })

  it('may begin on the last days of the year before', () => {
    const { daysOff } = read(
      notice2026.replace(
        '1月1日（周四）至3日（周六）放假调休，共3天',
        '2025年12月31日（周三）至2026年1月2日（周五）放假调休，共3天',
      ),
      2026,
    )
    expect(daysOff.slice(0, 3)).toEqual(['2025-12-31', '2026-01-01', '2026-01-02'])
  })
})
