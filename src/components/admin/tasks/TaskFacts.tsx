import { Link } from '@payloadcms/ui'
import type { Language } from '@/i18n/language'
import { mergeTexts } from '@/i18n/merging'
import { taskTexts } from '@/i18n/tasks'
import { secondOf } from '@/shanghaiDay'
import type { TaskWhole } from '@/workflow/tasks/readTasks'
import { Facts } from '../parts'

type Props = { task: TaskWhole; isOnline: boolean; language: Language }

/** How a task stands, what it is about and what came of it. */
export function TaskFacts(props: Props) {
  return <Facts className="zk-text__facts" facts={factsOf(props)} />
}

function factsOf({ task, isOnline, language }: Props) {
  const texts = taskTexts[language]
  const { kind, state, unit, due, lapsesOn, count, at, passage, contradiction } = task
  const { answer, outcome, entry, merging } = task
  const words = mergeTexts[language]
  const both = (['goes', 'stays'] as const).map((side) => {
    const seen = merging?.[side]
    return [words[side], seen && <EntryLink key={side} entry={seen} language={language} />] as const
  })
  const late = task.isOverdue && <span className="zk-tag zk-tag--late">{texts.overdue}</span>
  return [
    [texts.state, texts.states[state]],
    [texts.unit, unit.name],
    [
      texts.due,
      <span key="due">
        {due} {late}
      </span>,
    ],
    [texts.lapsesOn, isOnline && lapsesOn],
    [texts.count, count],
    [texts.at, secondOf(at)],
    ...(merging
      ? both
      : ([[texts.entry, entry && <EntryLink key="entry" {...{ entry, language }} />]] as const)),
    [
      merging ? words.passage : kind === 'contradiction' ? texts.passageOurs : texts.passage,
      passage && !contradiction && <q key="passage">{passage}</q>,
    ],
    [texts.answer, answer],
    [texts.outcome, outcome && texts.outcomes[outcome]],
  ] as const
}

/** To the working copy for who writes or decides, else to the text that is online. */
function EntryLink({
  entry,
  language,
}: {
  entry: NonNullable<TaskWhole['entry']>
  language: Language
}) {
  const { number, title, copy, revision } = entry
  const href = copy
    ? `/admin/collections/${copy.library}/${copy.id}`
    : revision === null
      ? null
      : `/e/${number}`
  if (!href) return `${number} ${taskTexts[language].gone}`
  return (
    <Link href={href} prefetch={false}>
      {number} {title}
    </Link>
  )
}
