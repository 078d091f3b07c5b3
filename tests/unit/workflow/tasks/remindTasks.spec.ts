import { expect, test } from '@jest/globals'
import { calendarOf } from '@/workflow/calendar/workingDays'
import { stageOf } from '@/workflow/tasks/remindTasks'

const calendar = calendarOf([])
/** Told on a Monday and due on the Friday of the next week. */
const task = { at: '2026-03-02T09:00:00+08:00', due: '2026-03-13' }
const on = (day: string) => stageOf(task, new Date(`${day}T10:00:00+08:00`), calendar)

test('a unit is reminded of a task at half time and on the day before, then others are told that it is late', () => {
  expect(['2026-03-03', '2026-03-06'].map(on)).toEqual([null, null])
  expect(['2026-03-09', '2026-03-11'].map(on)).toEqual(['half', 'half'])
  expect(['2026-03-12', '2026-03-13'].map(on)).toEqual(['eve', 'eve'])
  expect(['2026-03-16', '2026-03-18'].map(on)).toEqual(['overdue', 'overdue'])
  expect(['2026-03-19'].map(on)).toEqual(['escalated'])
})
