import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { libraries } from '@/access/rules'
import { worksOnTasks } from '@/access/tasks'
import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { inboxTexts } from '@/i18n/inbox'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { askedFor } from '@/workflow/telling/askings'
import { inboxPath } from '../addresses'
import { calendarNow } from '@/workflow/calendar/calendarNow'
import type { Calendar } from '@/workflow/calendar/workingDays'
import { waitingTasks, type WaitingTask } from '@/workflow/tasks/waitingTasks'
import { AdminPage, PageHead } from '../AdminPage'
import { momentOf } from '../dates'
import { Count, Empty } from '../parts'
import { TaskLine } from './TaskLine'
import {
  harmIn,
  inboxAsked,
  inboxOf,
  unitNames,
  addressOf,
  narrowed,
  waitedFor,
  type InboxAsked,
  type InboxRow,
} from './inboxOf'

/** 待我办理: all that waits for this person, texts over all libraries and tasks, in one order. */
export async function InboxView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const actor = actorOf(req.user)
  if (!actor || !worksOnTasks(actor.roles)) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const isApprover = actor.roles.includes('approver')
  const [rows, tasks] = await Promise.all([
    isApprover ? inboxOf(req, actor) : [],
    waitingTasks(req.payload, actor),
  ])
  return (
    <AdminPage view={props} place={inboxTexts[language].title}>
      <Inbox
        rows={rows}
        tasks={tasks}
        asked={inboxAsked(props.searchParams)}
        units={await unitNames(req, rows)}
        calendar={await calendarNow(req.payload)}
        language={language}
      />
    </AdminPage>
  )
}

type Props = {
  rows: InboxRow[]
  tasks: readonly WaitingTask[]
  asked: InboxAsked
  units: ReadonlyMap<string, string>
  calendar: Calendar
  language: Language
}

/**
 * One list, by the harm that waiting does: of texts the oldest before others. Chips narrow it to a library, a kind of decision,
 * or the tasks.
 */
function Inbox({ rows, tasks, asked, units, calendar, language }: Props) {
  const texts = inboxTexts[language]
  const shown = asked.isTasks ? [] : narrowed(rows, asked)
  const isNarrowed = asked.step !== null || asked.library !== null
  const shownTasks = isNarrowed ? [] : tasks
  const [first] = shown
  const now = new Date()
  const items = [
    ...shown.map((row) => ({ row, task: null, harm: harmIn(row, now, calendar) })),
    ...shownTasks.map((task) => ({ row: null, task, harm: task.harm })),
  ].sort((one, other) => other.harm - one.harm)
  return (
    <>
      <PageHead title={texts.title}>
        {first && (
          <Link
            className="zk-button zk-button--primary zk-inbox__begin"
            href={addressOf(first)}
            prefetch={false}
          >
            {texts.begin}
          </Link>
        )}
      </PageHead>
      <Chips {...{ rows, asked, language }} tasks={tasks.length} />
      {items.length > 0 ? (
        <p className="zk-soft" role="status">
          {fill(texts.note, { n: items.length })}
        </p>
      ) : (
        <Empty said={rows.length + tasks.length === 0 ? texts.none : texts.noneOfThese} />
      )}
      <ol className="zk-rows zk-inbox">
        {items.map(({ row, task }) =>
          task ? (
            <TaskLine key={task.id} {...{ task, language }} />
          ) : (
            <TextLine key={`${row.step} ${row.id}`} {...{ row, units, calendar, language }} />
          ),
        )}
      </ol>
    </>
  )
}

type LineProps = Pick<Props, 'units' | 'calendar' | 'language'> & { row: InboxRow }

/** A text that waits for a decision. */
const TextLine = ({ row, units, calendar, language }: LineProps) => (
  <li>
    <span className="zk-inbox__head">
      <span className={`zk-state ${stepClass[row.step]}`}>
        {inboxTexts[language].steps[row.step]}
      </span>
      <Link href={addressOf(row)} prefetch={false}>
        {row.title}
      </Link>
    </span>
    <span className="zk-soft">
      {[
        sharedTexts[language].library[row.library],
        units.get(row.unit),
        row.number,
        momentOf(row.since),
        waitedFor(row.since, language, calendar),
      ].join(' · ')}
    </span>
  </li>
)

/** What is to be decided stands first, in the colour of what it may come to. */
const stepClass: Record<InboxRow['step'], string> = {
  approve: 'zk-state--pending',
  approveDeletion: 'zk-state--returned',
  return: 'zk-state--draft',
  agree: 'zk-state--pending',
}

type ChipsProps = Pick<Props, 'rows' | 'asked' | 'language'> & { tasks: number }

function Chips({ rows, asked, language, tasks }: ChipsProps) {
  const texts = inboxTexts[language]
  const all = {
    ...{ key: 'all', name: dashboardTexts[language].all, query: {} },
    n: rows.length + tasks,
  }
  const bySteps = askedFor.map((step) => ({
    key: step,
    name: texts.steps[step],
    query: { step },
    n: rows.filter((row) => row.step === step).length,
  }))
  const byLibrary = libraries.map((library) => ({
    key: library,
    name: sharedTexts[language].library[library] ?? '',
    query: { library },
    n: rows.filter((row) => row.library === library).length,
  }))
  const ofTasks = { key: 'tasks', name: texts.tasks, query: { tasks: 'yes' }, n: tasks }
  const chosen = asked.isTasks ? 'tasks' : (asked.step ?? asked.library ?? 'all')
  const filled = [...bySteps, ...byLibrary, ofTasks].filter(({ key, n }) => n > 0 || key === chosen)
  return (
    <nav className="zk-filter" aria-label={texts.narrow}>
      {[all, ...filled].map(({ key, name, query, n }) => (
        <Link
          key={key}
          href={key === 'all' ? inboxPath : `${inboxPath}?${new URLSearchParams(query)}`}
          prefetch={false}
          aria-current={key === chosen ? 'page' : undefined}
        >
          {name} <Count n={n} />
        </Link>
      ))}
    </nav>
  )
}
