import type { Payload } from 'payload'
import { readRows } from '@/tables'
import { follow } from '@/tables/follow'
import { calendarOf, type Calendar, type Notice } from './workingDays'

/**
 * The working days as they are known now: what was counted by other ones is counted again by these. Rejects as the
 * database does.
 */
export const calendarNow = (payload: Payload): Promise<Calendar> => followed.now(payload)

const followed = follow('holidays', ['holidays'], async (payload) => {
  const columns = ['year', 'daysOff', 'worked']
  const rows = await readRows(payload, { collection: 'holidays', columns, limit: 0 })
  return calendarOf(rows as Notice[])
})
