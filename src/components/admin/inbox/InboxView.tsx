import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { libraries } from '@/access/rules'
import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { inboxTexts } from '@/i18n/inbox'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { askedFor } from '@/workflow/telling/askings'
import { inboxPath } from '../addresses'
import { calendarNow } from '@/workflow/calendar/calendarNow'
import type { Calendar } from '@/workflow/calendar/workingDays'
import { AdminPage, PageHead } from '../AdminPage'
import { momentOf } from '../dates'
import { Count, Empty } from '../parts'
import {
  inboxAsked,
  inboxOf,
  unitNames,
  addressOf,
  narrowed,
  waitedFor,
  type InboxAsked,
  type InboxRow,
} from './inboxOf'

/** 待我办理: all that waits for this approver, over all libraries. */
export async function InboxView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const actor = actorOf(req.user)
  if (!actor?.roles.includes('approver')) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const rows = await inboxOf(req, actor)
  return (
    <AdminPage view={props} place={inboxTexts[language].title}>
      <Inbox
        rows={rows}
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
  asked: InboxAsked
  units: ReadonlyMap<string, string>
  calendar: Calendar
  language: Language
}

/** One list, the oldest on top; chips narrow it to a library or a kind of decision. */
function Inbox({ rows, asked, units, calendar, language }: Props) {
  const texts = inboxTexts[language]
  const shown = narrowed(rows, asked)
  const [first] = shown
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
      <Chips rows={rows} asked={asked} language={language} />
      {first ? (
        <p className="zk-soft" role="status">
          {fill(texts.note, { n: shown.length })}
        </p>
      ) : (
        <Empty said={rows.length === 0 ? texts.none : texts.noneOfThese} />
      )}
      <ol className="zk-rows zk-inbox">
        {shown.map((row) => (
          <li key={`${row.step} ${row.id}`}>
            <span className="zk-inbox__head">
              <span className={`zk-state ${stepClass[row.step]}`}>{texts.steps[row.step]}</span>
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
        ))}
      </ol>
    </>
  )
}

/** What is to be decided stands first, in the colour of what it may come to. */
const stepClass: Record<InboxRow['step'], string> = {
  approve: 'zk-state--pending',
  approveDeletion: 'zk-state--returned',
  return: 'zk-state--draft',
  agree: 'zk-state--pending',
}

function Chips({ rows, asked, language }: Omit<Props, 'units' | 'calendar'>) {
  const texts = inboxTexts[language]
  const all = { key: 'all', name: dashboardTexts[language].all, query: {}, of: rows }
  const bySteps = askedFor.map((step) => ({
    key: step,
    name: texts.steps[step],
    query: { step },
    of: rows.filter((row) => row.step === step),
  }))
  const byLibrary = libraries.map((library) => ({
    key: library,
    name: sharedTexts[language].library[library] ?? '',
    query: { library },
    of: rows.filter((row) => row.library === library),
  }))
  const chosen = asked.step ?? asked.library ?? 'all'
  const filled = [...bySteps, ...byLibrary].filter(({ key, of }) => of.length > 0 || key === chosen)
  return (
    <nav className="zk-filter" aria-label={texts.narrow}>
      {[all, ...filled].map(({ key, name, query, of }) => (
        <Link
          key={key}
          href={key === 'all' ? inboxPath : `${inboxPath}?${new URLSearchParams(query)}`}
          prefetch={false}
          aria-current={key === chosen ? 'page' : undefined}
        >
          {name} <Count n={of.length} />
        </Link>
      ))}
    </nav>
  )
}
