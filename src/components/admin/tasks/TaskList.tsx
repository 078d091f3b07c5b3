import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { mayRequest, severalSteps, taskKinds, taskStates, worksOnTasks } from '@/access/tasks'
import { adminPages } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { recordTexts } from '@/i18n/records'
import { reviewTexts } from '@/i18n/reviewTexts'
import { taskTexts } from '@/i18n/tasks'
import { duplicatesFor } from '@/workflow/tasks/duplicates'
import { openedAmong } from '@/workflow/tasks/opened'
import { readTasks, tasksOnPage, type TaskRead } from '@/workflow/tasks/readTasks'
import { tasksWantedIn, type TasksWanted } from '@/workflow/tasks/tasksWanted'
import { unitsInReach, type Choice } from '@/workflow/tree/readUnits'
import { AdminPage, PageHead } from '../AdminPage'
import { tasksPath } from '../addresses'
import { wholeNumber } from '../list/libraryAsked'
import { FilterEnd, Paged, Table, UnitOptions } from '../parts'
import { Duplicates } from './Duplicates'
import { RequestButton } from './RequestButton'
import { TaskBatch } from './TaskBatch'

/** 任务办理: what one's unit is to put right, the one due first before others, narrowed by the address. */
export async function TaskList(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  if (!actor || !worksOnTasks(actor.roles)) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const [texts, words] = [taskTexts[language], recordTexts[language]]
  const wanted = tasksWantedIn(view.searchParams)
  const page = wholeNumber(view.searchParams?.page, 1)
  // What is over is looked for; what is to be done is there.
  const shown = { state: 'unfinished' as const, ...wanted }
  const [{ tasks, total }, units, duplicates] = await Promise.all([
    readTasks(req.payload, actor, { ...shown, page }),
    unitsInReach(req.payload, actor),
    duplicatesFor(req.payload, actor),
  ])
  const opened = await openedAmong(req, actor, tasks.filter(isChoosable).map(entryOf))
  const none = Object.keys(wanted).length > 0 ? words.noneOfThese : texts.none
  const title = adminPages.tasks.name[language]
  return (
    <AdminPage view={view} place={title}>
      <PageHead title={title}>{mayRequest(actor) && <RequestButton units={units} />}</PageHead>
      <p className="zk-soft">{texts.about}</p>
      <Filters
        {...{ wanted: shown, units, language }}
        isNarrowed={Object.keys(wanted).length > 0}
      />
      <Paged
        {...{ view, page, language }}
        address={tasksPath}
        last={Math.ceil(total / tasksOnPage)}
        none={tasks.length > 0 ? '' : none}
        counted={fill(words.total, { n: total })}
      >
        <Chosen {...{ tasks, opened, language }} />
      </Paged>
      <Duplicates {...{ duplicates, actor, language }} />
    </AdminPage>
  )
}

type FiltersProps = {
  wanted: TasksWanted
  units: readonly Choice[]
  language: Language
  isNarrowed: boolean
}

function Filters({ wanted, units, language, isNarrowed }: FiltersProps) {
  const [texts, words] = [taskTexts[language], recordTexts[language]]
  return (
    <form className="zk-filters" method="get" action={tasksPath} aria-label={words.filter}>
      <select name="kind" aria-label={texts.kind} defaultValue={wanted.kind ?? ''}>
        <option value="">{texts.allKinds}</option>
        {taskKinds.map((kind) => (
          <option key={kind} value={kind}>
            {texts.kinds[kind]}
          </option>
        ))}
      </select>
      <select name="state" aria-label={texts.state} defaultValue={wanted.state ?? 'unfinished'}>
        <option value="unfinished">{texts.unfinished}</option>
        {taskStates.map((state) => (
          <option key={state} value={state}>
            {texts.states[state]}
          </option>
        ))}
      </select>
      {units.length > 1 && (
        <select name="unit" aria-label={texts.unit} defaultValue={wanted.unit ?? ''}>
          <option value="">{words.everything}</option>
          <UnitOptions units={units} />
        </select>
      )}
      <select name="overdue" aria-label={texts.due} defaultValue={wanted.overdue ?? ''}>
        <option value="">{texts.anyDue}</option>
        <option value="true">{texts.overdueOnly}</option>
      </select>
      <FilterEnd texts={words} isNarrowed={isNarrowed} whole={tasksPath} />
    </form>
  )
}

/** What it is about in a few words: of a review why, and which document. */
export const nameOfTask = (
  { about, cause, kind }: Pick<TaskRead, 'about' | 'cause' | 'kind'>,
  language: Language,
): string => {
  const texts = taskTexts[language]
  return [cause && texts.causes[cause], about].filter(Boolean).join('：') || texts.kinds[kind]
}

type RowsProps = {
  tasks: readonly TaskRead[]
  /** Those, by their ids, whose text this person opened as it is now. */
  opened: ReadonlySet<string>
  language: Language
}

const isChoosable = ({ steps }: TaskRead) => steps.some((step) => severalSteps.includes(step))
const entryOf = ({ id, at, entry }: TaskRead) => ({ id, at, entry: entry?.copy?.id ?? null })

/** With what may be done with several at once, where there is something. */
function Chosen(props: RowsProps) {
  const { tasks, language } = props
  const choosable = tasks.filter(isChoosable).map((task) => ({
    ...{ id: task.id, number: task.number, steps: task.steps },
    name: task.entry?.title ?? nameOfTask(task, language),
  }))
  if (choosable.length === 0) return <Rows {...props} />
  return (
    <TaskBatch tasks={choosable}>
      <Rows {...props} hasChoice />
    </TaskBatch>
  )
}

function Rows({ tasks, opened, language, hasChoice }: RowsProps & { hasChoice?: boolean }) {
  const texts = taskTexts[language]
  const heads = [
    ...(hasChoice ? [reviewTexts[language].choose] : []),
    texts.what,
    texts.kind,
    texts.entry,
    texts.unit,
    texts.state,
    texts.due,
    texts.count,
  ]
  return (
    <Table heads={heads}>
      {tasks.map((task) => (
        <tr key={task.id}>
          {hasChoice && <Choice {...{ task, opened, language }} />}
          <th scope="row">
            <Link href={`${tasksPath}/${task.id}`} prefetch={false}>
              {nameOfTask(task, language)}
            </Link>{' '}
            <span className="zk-soft">{task.number}</span>
          </th>
          <td data-label={texts.kind}>{texts.kinds[task.kind]}</td>
          <td data-label={texts.entry}>
            {task.entry ? `${task.entry.number} ${task.entry.title ?? ''}` : '—'}
          </td>
          <td data-label={texts.unit}>{task.unit.name}</td>
          <td data-label={texts.state}>{texts.states[task.state]}</td>
          <td data-label={texts.due}>
            <time dateTime={task.due}>{task.due}</time>
            {task.isOverdue && <span className="zk-tag zk-tag--late">{texts.overdue}</span>}
          </td>
          <td data-label={texts.count}>{task.count}</td>
        </tr>
      ))}
    </Table>
  )
}

/** To choose it, and whether its text was opened, without which nothing becomes of it. */
function Choice({ task, opened, language }: Omit<RowsProps, 'tasks'> & { task: TaskRead }) {
  const texts = reviewTexts[language]
  if (!isChoosable(task)) return <td className="zk-none" />
  return (
    <td data-label={texts.choose} className="zk-day">
      <label className="zk-check">
        <input
          type="checkbox"
          name="task"
          value={task.id}
          aria-label={texts.chooseOne(task.number)}
        />
        <span className="zk-soft">{opened.has(task.id) ? texts.opened : texts.unopened}</span>
      </label>
    </td>
  )
}
