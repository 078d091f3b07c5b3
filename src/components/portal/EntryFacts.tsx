import { Fragment, type ReactNode } from 'react'
import { dayOf, validityOf } from '@/components/entryWords'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import type { Entry } from '@/reading/readEntry'

type Props = {
  entry: Entry
  language: Language
  /** At the desk the unit is shown there. */
  isAtDesk?: boolean
}

/** Who answers for an entry, how to reach them, and how far it can be relied on. */
export function EntryFacts({ entry, language, isAtDesk = false }: Props) {
  const texts = sharedTexts[language]
  const { unit, contact, basis } = entry
  const name =
    unit.above && !unit.name.includes(unit.above) ? `${unit.above} ${unit.name}` : unit.name
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
    [texts.address, contact?.address],
    [texts.hours, contact?.hours],
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
        <time key="confirmed" dateTime={entry.confirmedAt}>
          {dayOf(entry.confirmedAt, language)}
        </time>
      ),
    ],
    [
      texts.review,
      entry.awaitsReview && (
        <strong key="review" className="warning">
          {texts.awaitsReview}
        </strong>
      ),
    ],
    [
      texts.reliability,
      entry.isUnreliable && (
        <strong key="reliability" className="warning">
          {texts.unreliable}
        </strong>
      ),
    ],
    [texts.basis, basis],
    [texts.number, entry.number],
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
            <a href={url}>{name}</a>{' '}
            <small>{texts.size(Math.max(1, Math.round(size / 1024)).toLocaleString('en'))}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

const dialled = /(\+?\d[\d\s-]{3,}\d)/
const between = /[;\uff1b\n]+/

/** A phone field as written, a line for each number it gives, ready to dial. */
export function PhoneNumber({ phone }: { phone: string }) {
  return phone
    .split(between)
    .filter((line) => line.trim() !== '')
    .map((line) => (
      <span key={line} className="phone-line">
        {line.split(dialled).map((part, index) =>
          dialled.test(part) ? (
            <a key={index} href={`tel:${part.replace(/[^\d+]/g, '')}`}>
              {part}
            </a>
          ) : (
            <Fragment key={index}>{part}</Fragment>
          ),
        )}
      </span>
    ))
}
