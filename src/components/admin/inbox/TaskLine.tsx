import type { Language } from '@/i18n/language'
import { taskTexts } from '@/i18n/tasks'
import type { WaitingTask } from '@/workflow/tasks/waitingTasks'
import { tasksPath } from '../addresses'
import { nameOfTask } from '../tasks/TaskList'
import { InboxLink } from './Unread'

type Props = { task: WaitingTask; unread: readonly string[]; language: Language }

/** A task among what waits for somebody. */
export function TaskLine({ task, unread, language }: Props) {
  const texts = taskTexts[language]
  const { id, number, kind, state, unit, due, entry, isOverdue } = task
  return (
    <li>
      <span className="zk-inbox__head">
        <span className="zk-state zk-state--draft">{texts.kinds[kind]}</span>
        <InboxLink href={`${tasksPath}/${id}`} unread={unread}>
          {nameOfTask(task, language)}
        </InboxLink>
        {isOverdue && <span className="zk-tag zk-tag--late">{texts.overdue}</span>}
      </span>
      <span className="zk-soft">
        {[
          number,
          unit.name,
          entry && `${entry.number} ${entry.title ?? ''}`.trim(),
          texts.states[state],
          `${texts.due} ${due}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}
