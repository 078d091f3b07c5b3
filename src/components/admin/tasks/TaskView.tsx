import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { opensText } from '@/access/tasks'
import { adminPages } from '@/i18n/adminPages'
import type { Language } from '@/i18n/language'
import { mergeTexts } from '@/i18n/merging'
import { taskTexts } from '@/i18n/tasks'
import { secondOf } from '@/shanghaiDay'
import { Refused } from '@/workflow/Refused'
import { openTaskText } from '@/workflow/tasks/opened'
import { readTask, type TaskWhole } from '@/workflow/tasks/readTasks'
import { unitsSeenBy } from '@/workflow/tree/readUnits'
import { AdminPage, PageHead } from '../AdminPage'
import { tasksPath } from '../addresses'
import { Passages } from '../Contradictions'
import { Table } from '../parts'
import { OriginalChange } from './OriginalChange'
import { TaskActions } from './TaskActions'
import { TaskFacts } from './TaskFacts'
import { nameOfTask } from './TaskList'
import { TaskText } from './TaskText'

/** One task: what it is about, who told of it, what was done, and the steps one may take now. */
export async function TaskView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  const id = String(view.params?.segments?.[1] ?? '')
  const task = actor && (await readTask(req.payload, actor, id))
  if (!actor || !task) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = taskTexts[language]
  const units = task.steps.includes('reassign') ? await unitsSeenBy(req.payload, 'everything') : []
  const opened = await textOf(req, actor, task)
  const title = texts.title(texts.kinds[task.kind], task.number)
  return (
    <AdminPage
      view={view}
      place={title}
      above={[{ label: adminPages.tasks.name[language], url: tasksPath }]}
    >
      <PageHead title={title}>
        <TaskActions
          {...{ task: task.id, state: task.state, steps: task.steps }}
          isRequest={
            task.kind === 'request' && task.unit.id === actor.unit && actor.roles.includes('editor')
          }
          takesOver={task.merging?.takesOver ?? false}
          revision={opened?.revision ?? null}
          units={units.filter((unit) => unit.id !== task.unit.id)}
        />
      </PageHead>
      <p className="zk-task__about">{nameOfTask(task, language)}</p>
      {task.merging?.isWaiting && <p className="zk-why">{mergeTexts[language].waits}</p>}
      <TaskFacts task={task} isOnline={opened?.isOnline === true} language={language} />
      {task.original && <OriginalChange original={task.original} language={language} />}
      <TaskText opened={opened} kind={task.kind} steps={task.steps} language={language} />
      {task.contradiction && (
        <section className="zk-findings">
          <h2>{texts.passages}</h2>
          <Passages told={task.contradiction} />
        </section>
      )}
      <Replay {...{ task, language }} />
      <Progress {...{ task, language }} />
      {task.calls && task.calls.total > 0 && <Calls calls={task.calls} language={language} />}
      <section>
        <h2>{texts.reports}</h2>
        <Reports {...{ task, language }} />
      </section>
      <section>
        <h2>{texts.history}</h2>
        <History {...{ task, language }} />
      </section>
    </AdminPage>
  )
}

/** Of what is decided with its text before one's eyes, while it waits, to whoever looks at it: so its text was opened. */
async function textOf(req: PayloadRequest, actor: Actor, task: TaskWhole) {
  if (!opensText(task.kind)) return null
  return openTaskText(req, actor, task.id).catch((error: unknown) => {
    if (error instanceof Refused) return null
    throw error
  })
}

/** What each query of a gap found when it was asked last. */
function Replay({ task, language }: { task: TaskWhole; language: Language }) {
  const texts = taskTexts[language]
  if (task.kind !== 'gap') return null
  return (
    <section>
      <h2>{texts.replay}</h2>
      {task.replay ? (
        <>
          <p className="zk-soft">
            {texts.replayNote} {secondOf(task.replay.at)}
          </p>
          <ul className="zk-rows">
            {task.replay.queries.map(({ query, place, isPublic }) => (
              <li key={`${query}${isPublic}`}>
                <span>“{query}”</span>
                <span className="zk-soft">{isPublic ? texts.citizen : ''}</span>
                <span className="zk-rows__reason">{texts.place(place)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="zk-soft">{texts.replayNone}</p>
      )}
    </section>
  )
}

/** On which calls the text was told that somebody says is wrong. */
function Calls({
  calls: { calls, total },
  language,
}: {
  calls: NonNullable<TaskWhole['calls']>
  language: Language
}) {
  const texts = taskTexts[language]
  return (
    <section>
      <h2>{texts.calls}</h2>
      <p className="zk-soft">{texts.callsNote(total)}</p>
      <ol className="zk-rows">
        {calls.map(({ at, byName, query }, place) => (
          <li key={`${at}${place}`}>
            <span>{byName ?? '—'}</span>
            <span className="zk-soft">{secondOf(at)}</span>
            {query && <span className="zk-rows__reason">“{query}”</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** How a request stands with each unit it was sent to. */
function Progress({ task, language }: { task: TaskWhole; language: Language }) {
  const texts = taskTexts[language]
  if (task.siblings.length === 0) return null
  return (
    <section>
      <h2>{texts.progress}</h2>
      <ul className="zk-rows">
        {task.siblings.map(({ id, unit, state, isOverdue }) => (
          <li key={id}>
            <Link href={`${tasksPath}/${id}`} prefetch={false}>
              {unit.name}
            </Link>
            <span className="zk-soft">
              {texts.states[state]}
              {isOverdue && ` · ${texts.overdue}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reports({ task, language }: { task: TaskWhole; language: Language }) {
  const texts = taskTexts[language]
  const { reports, count } = task
  return (
    <>
      <ol className="zk-rows">
        {reports.map(({ channel, byName, query, words, at }, place) => (
          <li key={`${at}${place}`}>
            <span>
              {byName ?? (channel === 'portal' ? texts.citizen : texts.system)}
              {query && query !== task.about && `：“${query}”`}
            </span>
            <span className="zk-soft">
              {channel !== 'server' && texts.channels[channel]} {secondOf(at)}
            </span>
            {words && (
              <span className="zk-rows__reason">
                {texts.words}：{words}
              </span>
            )}
          </li>
        ))}
      </ol>
      {count > reports.length && (
        <p className="zk-soft">{texts.reportsMore(count - reports.length)}</p>
      )}
    </>
  )
}

function History({ task, language }: { task: TaskWhole; language: Language }) {
  const texts = taskTexts[language]
  const said = [texts.when, texts.what, texts.unit, texts.sentence]
  return (
    <Table heads={said}>
      {task.history.map(({ id, at, step, byName, unitName, sentence, entry }) => (
        <tr key={id}>
          <td data-label={texts.when}>{secondOf(at)}</td>
          <td data-label={texts.what}>
            {texts.steps[step]} <span className="zk-soft">{byName ?? ''}</span>
          </td>
          <td data-label={texts.unit}>{unitName}</td>
          <td data-label={texts.sentence}>{[entry, sentence].filter(Boolean).join(' ') || '—'}</td>
        </tr>
      ))}
    </Table>
  )
}
