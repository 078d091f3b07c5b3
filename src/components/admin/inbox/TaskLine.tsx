import { Link } from '@payloadcms/ui'
import type { Language } from '@/i18n/language'
import { taskTexts } from '@/i18n/tasks'
import type { WaitingTask } from '@/workflow/tasks/waitingTasks'
import { nameOfTask, tasksPath } from '../tasks/TaskList'

/** A task among what waits for somebody. */
export function TaskLine({ task, language }: { task: WaitingTask; language: Language }) {
  const texts = taskTexts[language]
  const { id, number, kind, state, unit, due, entry, isOverdue } = task
  return (
    <li>
      <span className="zk-inbox__head">
        <span className="zk-state zk-state--draft">{texts.kinds[kind]}</span>
        <Link href={`${tasksPath}/${id}`} prefetch={false}>
          {nameOfTask(task, language)}
        </Link>
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
