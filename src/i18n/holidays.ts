import type { Language } from './language'

type At = { at: string }

/** `2027-01-01` as 1月1日. */
const dayZh = (day: string): string => {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

/** Days one after the other as from and to. */
function spans(days: readonly string[], say: (day: string) => string): string {
  const runs: string[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    const isNext = run && Date.parse(day) - Date.parse(run.at(-1) ?? '') === 24 * 60 * 60 * 1000
    if (isNext) run.push(day)
    else runs.push([day])
  }
  return runs
    .map((run) =>
      [run[0], ...(run.length > 1 ? [run.at(-1)] : [])].map((day) => say(day ?? '')).join('至'),
    )
    .join('、')
}

const zh = {
  title: (year: number) => `${year} 年节假日安排`,
  told: (daysOff: readonly string[], worked: readonly string[]) =>
    `放假 ${daysOff.length} 天：${spans(daysOff, dayZh)}。周末上班 ${worked.length} 天：${
      worked.length > 0 ? spans(worked, dayZh) : '无'
    }。`,
  entered: (year: number) => `${year} 年的安排已经填写，请修改原有的一条。`,
  unknown: (year: number) => `${year} 年的节假日安排还没有填写，目前只按周一至周五计工作日`,
  file: '从文本文件读入',
  unreadable: '这个文件读不出文字，请换一个文本文件，或直接粘贴通知全文。',
  flaws: {
    weekday: ({ at, weekday }: At & { weekday: string }) => `“${at}”应为${weekday}，请核对。`,
    count: ({ at, counted }: At & { counted: number }) =>
      `“${at}”写的天数与日期不符，按日期数是 ${counted} 天。`,
    noDay: ({ at }: At) => `看不懂“${at}”是哪一天。`,
    otherYear: ({ at }: At) => `“${at}”不在这一年。`,
    weekend: ({ at }: At) => `${dayZh(at)}本来就是工作日，不用调休上班，请核对。`,
    missing: ({ at }: At) => `通知里没有找到${at}的放假安排。`,
  },
}

const en: typeof zh = {
  title: (year) => `Holidays of ${year}`,
  told: (daysOff, worked) =>
    `${daysOff.length} days off: ${daysOff.join(', ')}. ${worked.length} weekend days worked: ${worked.join(', ') || 'none'}.`,
  entered: (year) => `The days of ${year} are entered already; change those. `,
  unknown: (year) =>
    `The holidays of ${year} are not entered: Monday to Friday are taken for working days`,
  file: 'Read from a text file',
  unreadable: 'This file holds no text. Choose another one, or paste the notice.',
  flaws: {
    weekday: ({ at, weekday }) => `“${at}” is a ${weekday}. `,
    count: ({ at, counted }) => `“${at}” says another number of days than ${counted}. `,
    noDay: ({ at }) => `“${at}” names no day. `,
    otherYear: ({ at }) => `“${at}” is not in this year. `,
    weekend: ({ at }) => `${at} is worked anyway. `,
    missing: ({ at }) => `The notice says nothing of ${at}. `,
  },
}

export const holidayTexts: Record<Language, typeof zh> = { zh, en }
