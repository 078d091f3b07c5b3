import { Fragment, type ReactNode } from 'react'
import { dayOf, validityOf } from '@/components/entryWords'
import { basedOnTexts } from '@/i18n/basedOn'
import { isDoubtful, reliabilityWords } from '@/components/reliabilityWords'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import { themeTexts } from '@/i18n/themes'
import type { Entry } from '@/reading/readEntry'
import type { Reliability } from '@/reading/reliability'
import { PhoneNumber } from './PhoneNumber'

type Props = {
  entry: Entry
  language: Language
  /** At the desk the unit is shown there, and 可信度 told. */
  isAtDesk?: boolean
}

/** Who answers for an entry, how to reach them, and how far it can be relied on. */
export function EntryFacts({ entry, language, isAtDesk = false }: Props) {
  const texts = sharedTexts[language]
  const { unit, contact, basis, basedOn, themes, reliability } = entry
  const name =
    unit.above && !unit.name.includes(unit.above) ? `${unit.above} ${unit.name}` : unit.name
  // Told as one, or each by itself.
  const told = isAtDesk ? reliability : null
  const facts: [string, ReactNode][] = [
    [
      texts.unit,
      <a key="unit" href={isAtDesk ? `/desk?unit=${unit.id}` : `/units/${unit.id}`} lang="zh-CN">
        {name}
      </a>,
    ],
    [
      texts.phone,
      contact?.phone ? (
        <PhoneNumber phone={contact.phone} />
      ) : (
        <>
          <a href="tel:12345">12345</a>
          <small>{portalTexts[language].noContact}</small>
        </>
      ),
    ],
    [texts.address, contact?.address && <Written key="address" words={contact.address} />],
    [texts.hours, contact?.hours && <Written key="hours" words={contact.hours} />],
    [texts.validity, validityOf(entry, language)],
    [
      texts.approvedAt,
      <time key="at" dateTime={entry.approvedAt}>
        {dayOf(entry.approvedAt, language)}
      </time>,
    ],
    [
      texts.confirmedAt,
      entry.confirmedAt && (
        <time dateTime={entry.confirmedAt}>{dayOf(entry.confirmedAt, language)}</time>
      ),
    ],
    [
      texts.review,
      !told && entry.awaitsReview && <strong className="warning">{texts.awaitsReview}</strong>,
    ],
    [
      texts.reliability,
      told ? (
        <Told reliability={told} language={language} />
      ) : (
        entry.isUnreliable && <strong className="warning">{texts.unreliable}</strong>
      ),
    ],
    [
      basedOnTexts[language].basedOn,
      basedOn && (
        <a
          key="basedOn"
          href={isAtDesk ? `/desk?entry=${basedOn.number}` : `/e/${basedOn.number}`}
          lang="zh-CN"
        >
          {basedOn.title}（{basedOn.unit.name}）
        </a>
      ),
    ],
    [
      themeTexts[language].themes,
      entry.openToPublic &&
        themes.length > 0 &&
        themes.map(({ key, name }, at) => (
          <Fragment key={key}>
            {at > 0 && '、'}
            <a href={`/themes/${key}`} target={isAtDesk ? '_blank' : undefined} lang="zh-CN">
              {name}
            </a>
          </Fragment>
        )),
    ],
    [texts.basis, basis && <Written key="basis" words={basis} />],
    [texts.number, !isAtDesk && entry.number],
  ]
  return (
    <dl className="facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className={label === texts.phone ? 'phone' : undefined}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** What people wrote stays Chinese in whichever language the page speaks. */
const Written = ({ words }: { words: string }) => <span lang="zh-CN">{words}</span>
function Told({ reliability, language }: { reliability: Reliability; language: Language }) {
  const words = reliabilityWords(reliability, language)
  return isDoubtful(reliability) ? <strong className="warning">{words}</strong> : words
}

type FilesProps = { entry: Pick<Entry, 'attachments'>; language: Language }

/** The files that come with an answer. */
export function EntryFiles({ entry, language }: FilesProps) {
  if (entry.attachments.length === 0) return null
  const texts = sharedTexts[language]
  return (
    <section className="files">
      <h2>{texts.attachments}</h2>
      <ul>
        {entry.attachments.map(({ url, name, size }) => (
          <li key={url}>
            <a href={url} lang="zh-CN">
              {name}
            </a>{' '}
            <small>{texts.size(Math.max(1, Math.round(size / 1024)).toLocaleString('en'))}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
