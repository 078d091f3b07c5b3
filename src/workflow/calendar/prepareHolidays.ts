import type { PayloadRequest } from 'payload'
import { holidayTexts } from '@/i18n/holidays'
import { whoAsks } from '../audit/append'
import { Refused } from '../Refused'
import { findOne } from '../store'
import { readNotice } from './readNotice'

type Sent = { id?: string; year?: unknown; notice?: unknown }

/** Flaws told at once. */
const most = 5

/**
 * What is stored of a year's notice: its days, read from its own words, and who entered it. Throws Refused that says
 * what in it is not right, or that the year has one.
 */
export async function prepareHolidays(req: PayloadRequest, { id, year: sent, notice }: Sent) {
  const year = Number(sent)
  // What is missing, or no year, is what the fields themselves refuse.
  if (!Number.isInteger(year) || typeof notice !== 'string') return {}
  const read = readNotice(notice, year)
  if ('flaws' in read) {
    const said = (language: 'zh' | 'en') => {
      const { flaws } = holidayTexts[language]
      return read.flaws
        .slice(0, most)
        .map((flaw) => flaws[flaw.kind](flaw as never))
        .join('')
    }
    throw new Refused('invalid', { fields: ['notice'], detail: { zh: said('zh'), en: said('en') } })
  }
  const slot = String(year)
  const other = await findOne({ req, collection: 'holidays', where: { slot: { equals: slot } } })
  if (other && other.id !== id) {
    const { zh, en } = holidayTexts
    const detail = { zh: zh.entered(year), en: en.entered(year) }
    throw new Refused('invalid', { fields: ['year'], detail })
  }
  const { daysOff, worked } = read.notice
  const title = holidayTexts.zh.title(year)
  const told = holidayTexts.zh.told(daysOff, worked)
  return { ...{ title, slot, daysOff, worked, told }, ...whoAsks(req) }
}
