import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { worksOnTasks } from '@/access/tasks'
import { fill } from '@/i18n/adminTexts'
import { inboxTexts } from '@/i18n/inbox'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { calendarNow } from '@/workflow/calendar/calendarNow'
import type { Calendar } from '@/workflow/calendar/workingDays'
import { waitingTasks } from '@/workflow/tasks/waitingTasks'
import { unreadMessages } from '@/workflow/telling/messages'
import { AdminPage, PageHead } from '../AdminPage'
import { momentOf } from '../dates'
import { Empty } from '../parts'
import { Chips } from './Chips'
import { inOneOrder, isShown, type InboxItem } from './inboxItems'
import {
  inboxAsked,
  inboxOf,
  unitNames,
  addressOf,
  waitedFor,
  type InboxAsked,
  type InboxRow,
} from './inboxOf'
import { TaskLine } from './TaskLine'
import { InboxLink, MarkRead, MessageLine } from './Unread'

/** 待我办理: all that waits for this person, texts over all libraries, tasks and what they have not read, in one order. */
export async function InboxView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const actor = actorOf(req.user)
  if (!actor || !worksOnTasks(actor.roles)) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const isApprover = actor.roles.includes('approver')
  const [rows, tasks, { docs: messages, unread }, calendar] = await Promise.all([
    isApprover ? inboxOf(req, actor) : [],
    waitingTasks(req.payload, actor),
    unreadMessages(req, actor),
    calendarNow(req.payload),
  ])
  const query = props.searchParams ?? {}
  const items = inOneOrder({ rows, tasks, messages, calendar, now: new Date() })
  return (
    <AdminPage view={props} place={inboxTexts[language].title}>
      <Inbox
        {...{ items, unread, calendar, language, query }}
        asked={inboxAsked(query)}
        units={await unitNames(req, rows)}
      />
    </AdminPage>
  )
}

type Props = {
  items: readonly InboxItem[]
  unread: number
  query: Record<string, unknown>
  asked: InboxAsked
  units: ReadonlyMap<string, string>
  calendar: Calendar
  language: Language
}

/** One list, by the harm that waiting does: of texts the oldest before others. */
function Inbox({ items, unread, query, asked, units, calendar, language }: Props) {
  const texts = inboxTexts[language]
  const shown = items.filter((item) => isShown(item, asked))
  const first = shown.flatMap((item) => ('row' in item ? [item.row] : []))[0]
  return (
    <>
      <PageHead title={texts.title}>
        {asked.isUnread && unread > 0 && <MarkRead />}
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
      <Chips {...{ items, unread, query, language }} />
      {shown.length > 0 ? (
        <p className="zk-soft" role="status">
          {fill(texts.note, { n: shown.length })}
        </p>
      ) : (
        <Empty said={items.length === 0 ? texts.none : texts.noneOfThese} />
      )}
      <ol className="zk-rows zk-inbox">
        {shown.map((item) =>
          'task' in item ? (
            <TaskLine key={item.key} task={item.task} unread={item.unread} language={language} />
          ) : 'row' in item ? (
            <TextLine
              key={item.key}
              {...{ row: item.row, unread: item.unread, units, calendar, language }}
            />
          ) : (
            <MessageLine key={item.key} message={item.message} />
          ),
        )}
      </ol>
    </>
  )
}

type LineProps = Pick<Props, 'units' | 'calendar' | 'language'> & {
  row: InboxRow
  unread: readonly string[]
}

/** A text that waits for a decision. */
const TextLine = ({ row, unread, units, calendar, language }: LineProps) => (
  <li>
    <span className="zk-inbox__head">
      <span className={`zk-state ${stepClass[row.step]}`}>
        {inboxTexts[language].steps[row.step]}
      </span>
      <InboxLink href={addressOf(row)} unread={unread}>
        {row.title}
      </InboxLink>
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
