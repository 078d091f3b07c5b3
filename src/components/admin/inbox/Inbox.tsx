import { libraries } from '@/access/rules'
import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { inboxTexts } from '@/i18n/inboxTexts'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { askedFor } from '@/workflow/telling/waitsFor'
import { momentOf } from '../dates'
import { waitedFor } from '../waited'
import { addressOf, narrowed, type InboxAsked, type InboxRow } from './inboxOf'
import { inboxPath } from './inboxPath'

type Props = {
  rows: InboxRow[]
  asked: InboxAsked
  units: ReadonlyMap<string, string>
  language: Language
}

/** One list, the oldest on top; chips narrow it to a library or a kind of decision. */
export function Inbox({ rows, asked, units, language }: Props) {
  const texts = inboxTexts[language]
  const shown = narrowed(rows, asked)
  const [first] = shown
  return (
    <>
      <header>
        <h1>{texts.title}</h1>
        <p className="zk-soft">{fill(texts.note, { n: rows.length })}</p>
      </header>
      <Chips rows={rows} asked={asked} language={language} />
      {first ? (
        <p>
          <a
            className="btn btn--style-primary btn--size-medium zk-inbox__begin"
            href={addressOf(first)}
          >
            {texts.begin}
          </a>
        </p>
      ) : (
        <p className="zk-soft">{rows.length === 0 ? texts.none : texts.noneOfThese}</p>
      )}
      <ol className="zk-rows zk-inbox">
        {shown.map((row) => (
          <li key={`${row.step} ${row.id}`}>
            <a href={addressOf(row)}>{row.title}</a>
            <span className="zk-tag">{texts.steps[row.step]}</span>
            <span className="zk-soft">
              {[
                sharedTexts[language].library[row.library],
                units.get(row.unit),
                row.number,
                momentOf(row.since),
                waitedFor(row.since, language),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Chips({ rows, asked, language }: Omit<Props, 'units'>) {
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
        <a
          key={key}
          href={`${inboxPath}?${new URLSearchParams(query)}`}
          aria-current={key === chosen ? 'page' : undefined}
        >
          {name} <span className="zk-count">{of.length}</span>
        </a>
      ))}
    </nav>
  )
}
