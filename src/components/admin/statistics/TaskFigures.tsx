import type { Actor } from '@/access/actor'
import type { Language } from '@/i18n/language'
import { taskFigureTexts } from '@/i18n/taskFigures'
import type { TaskFigures as Figures } from '@/workflow/tasks/taskFigures'
import { tasksPath } from '../tasks/TaskList'
import { worksOnTasks } from '@/access/tasks'

type Props = { figures: readonly Figures[]; actor: Actor; language: Language }

/** What became of each unit's tasks; what is open leads to its rows. */
export function TaskFigures({ figures, actor, language }: Props) {
  const texts = taskFigureTexts[language]
  const isLinked = worksOnTasks(actor.roles)
  return (
    <section>
      <h2>{texts.title}</h2>
      {figures.length === 0 ? (
        <p className="zk-soft">{texts.none}</p>
      ) : (
        <div className="zk-wide" tabIndex={0} role="region" aria-label={texts.title}>
          <table className="zk-stats zk-stats--wide">
            <thead>
              <tr>
                <th scope="col">{texts.unit}</th>
                {texts.heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.map((one) => (
                <tr key={one.unit.id}>
                  <th scope="row">{one.unit.name}</th>
                  <td>
                    <Leading n={one.open} href={isLinked ? addressOf(one) : null} />
                  </td>
                  <td>
                    <Leading n={one.overdue} href={isLinked ? addressOf(one, true) : null} />
                  </td>
                  <td>{one.opened}</td>
                  <td>{one.closed}</td>
                  <td>{one.refused}</td>
                  <td>{one.medianDays === null ? '—' : one.medianDays.toFixed(1)}</td>
                  <td>{one.corrections === 0 ? '—' : `${one.upheld} / ${one.corrections}`}</td>
                  <td>{one.byReplay}</td>
                  <td>{one.sampled === 0 ? '—' : `${one.flawed} / ${one.sampled}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** The unit's own alone, as they are counted. */
const addressOf = ({ unit }: Figures, isOverdue = false) =>
  `${tasksPath}?${new URLSearchParams({ unit: unit.id, alone: 'yes', ...(isOverdue ? { overdue: 'true' } : {}) })}`

const Leading = ({ n, href }: { n: number; href: string | null }) =>
  n > 0 && href ? <a href={href}>{n}</a> : n
