import { harmOf } from '@/statistics/harm'
import { workingDaysBetween, type Calendar } from '@/workflow/calendar/workingDays'
import type { WaitingTask } from '@/workflow/tasks/waitingTasks'
import type { Message } from '@/workflow/telling/messages'
import { tasksPath } from '../addresses'
import { harmIn, type InboxAsked, type InboxRow } from './inboxOf'

/** One thing that waits, with the messages about it that were not read; a message about nothing else that waits is one itself. */
export type InboxItem = { key: string; harm: number; unread: string[] } & (
  { row: InboxRow } | { task: WaitingTask } | { message: Message }
)

type Waiting = {
  rows: readonly InboxRow[]
  tasks: readonly WaitingTask[]
  messages: readonly Message[]
  now: Date
  calendar: Calendar
}

/** All that waits in one order: the most harmful first, of messages the newest. */
export function inOneOrder({ rows, tasks, messages, now, calendar }: Waiting): InboxItem[] {
  const items: InboxItem[] = [
    ...rows.map((row) => ({
      ...{ row, key: keyOfText(row.id, row.step), harm: harmIn(row, now, calendar), unread: [] },
    })),
    ...tasks.map((task) => ({
      ...{ task, key: `${tasksPath}/${task.id}`, harm: task.harm, unread: [] },
    })),
  ]
  const known = new Map(items.map((item) => [item.key, item]))
  for (const message of messages) {
    const about = known.get(keyOf(message))
    if (about) about.unread.push(message.id)
    else items.push(alone(message, now, calendar))
  }
  return items.sort((one, other) => other.harm - one.harm)
}

const keyOfText = (id: string, step: string) => `${step} ${id}`

/** What a message is about, as what waits is named. */
const keyOf = (message: Message): string =>
  'page' in message ? message.page : keyOfText(message.entry, message.asks ?? '')

/** What only tells waits for nobody, however old it is. */
function alone(message: Message, now: Date, calendar: Calendar): InboxItem {
  const days = workingDaysBetween(new Date(message.at), now, calendar)
  const harm = asksFor.has(message.event)
    ? harmOf({ kind: 'asked', uses: 0, days })
    : harmOf({ kind: 'news', uses: 0, days: 0 })
  return { message, key: message.id, harm, unread: [message.id] }
}

/** Messages after which their person has something to do, and which are settled once it is done. */
const asksFor: ReadonlySet<Message['event']> = new Set([
  ...(['waits', 'overdue', 'returned', 'readsToReview', 'taskOpened'] as const),
  ...(['taskReturned', 'taskAnswered', 'taskDue', 'taskOverdue', 'taskLapses'] as const),
  ...(['siteWaits', 'siteReturned'] as const),
])

/** Does the page show this of it? */
export function isShown(item: InboxItem, asked: InboxAsked): boolean {
  const { library, step, kind, isTasks, isUnread } = asked
  if (isUnread) return item.unread.length > 0
  if (isTasks || kind) return 'task' in item && (!kind || item.task.kind === kind)
  if (!library && !step) return true
  return (
    'row' in item && (!library || item.row.library === library) && (!step || item.row.step === step)
  )
}
