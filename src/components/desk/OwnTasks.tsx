import { Pages } from '@/components/portal/EntryList'
import { deskReportTexts } from '@/i18n/deskReport'
import type { Language } from '@/i18n/language'
import { taskTexts } from '@/i18n/tasks'
import { secondOf } from '@/shanghaiDay'
import type { TaskRead } from '@/workflow/tasks/readTasks'
import { NoteOfAnswer } from './NoteOfAnswer'

type Props = {
  language: Language
  tasks: readonly TaskRead[]
  /** Whether the reader copies notes for work orders. */
  takesNotes: boolean
  page: number
  last: number
}

/** What one told of, the newest first, each with how it stands and what became of it. */
export function OwnTasks({ language, tasks, takesNotes, page, last }: Props) {
  const texts = taskTexts[language]
  if (tasks.length === 0) return <p role="status">{texts.noneOwn}</p>
  return (
    <>
      <ol className="own-tasks">
        {tasks.map((task) => (
          <li key={task.id} id={task.id}>
            <p className="own-tasks__head">
              <strong lang="zh-CN">{task.about}</strong>{' '}
              <span className="tag">{texts.states[task.state]}</span>
            </p>
            <p className="quiet">
              {texts.kinds[task.kind]} {task.number} · <span lang="zh-CN">{task.unit.name}</span> ·{' '}
              {deskReportTexts[language].when} {secondOf(task.at)} · {texts.due} {task.due}
            </p>
            {(task.answer || task.outcome) && (
              <p lang="zh-CN">
                {[task.outcome && texts.outcomes[task.outcome], task.answer]
                  .filter(Boolean)
                  .join('：')}
              </p>
            )}
            {task.entry?.revision != null && (
              <p>
                <a href={`/desk?entry=${task.entry.number}`} lang="zh-CN">
                  {task.entry.number} {task.entry.title}
                </a>
              </p>
            )}
            {takesNotes && task.outcome === 'found' && task.entry?.revision != null && (
              <NoteOfAnswer language={language} number={task.entry.number} />
            )}
          </li>
        ))}
      </ol>
      <Pages {...{ language, page, last }} addressOf={(at) => `/desk/tasks?page=${at}`} />
    </>
  )
}
