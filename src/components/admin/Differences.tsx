'use client'

import { fieldNames } from '@/i18n/names'
import type { AdminTexts } from '@/i18n/adminTexts'
import { dayOf } from './dates'
import type { Difference } from './entry/EntryContext'
import { useTexts } from './useTexts'

/** What differs from the live text, field by field; marked by sign and line, not by colour alone. */
export function Differences({ difference }: { difference: Difference[] | null }) {
  const { texts } = useTexts()
  if (difference === null) return <p className="zk-soft">{texts.firstText}</p>
  if (difference.length === 0) return <p className="zk-soft">{texts.noDifference}</p>
  return (
    <section className="zk-panel zk-differences">
      <h2>{texts.difference}</h2>
      <p className="zk-soft">{texts.differenceNote}</p>
      <DifferenceList difference={difference} />
    </section>
  )
}

/** What changed since this approver returned the text last; nothing where they did not. */
export function SinceMyReturn({ difference }: { difference: Difference[] | null }) {
  const { texts } = useTexts()
  if (difference === null) return null
  return (
    <section className="zk-panel zk-differences">
      <h2>{texts.sinceMyReturn}</h2>
      {difference.length === 0 ? (
        <p className="zk-soft">{texts.nothingSince}</p>
      ) : (
        <DifferenceList difference={difference} />
      )}
    </section>
  )
}

/** Each field that differs, with its words marked. */
export function DifferenceList({ difference }: { difference: Difference[] }) {
  const { texts, language } = useTexts()
  return (
    <dl>
      {difference.map((item) => (
        <div key={item.field}>
          <dt>{nameOf(item.field, language)}</dt>
          <dd>
            <Change item={item} texts={texts} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Change({ item, texts }: { item: Difference; texts: AdminTexts }) {
  if (!item.parts) {
    return (
      <p>
        {texts.before}{' '}
        <del>
          <span className="zk-sign">{texts.removed}</span>
          {shown(item.before, item.field, texts)}
        </del>
        {' → '}
        {texts.after}{' '}
        <ins>
          <span className="zk-sign">{texts.added}</span>
          {shown(item.after, item.field, texts)}
        </ins>
      </p>
    )
  }
  return (
    <p className="zk-differences__text">
      {item.parts.map(({ text, change }, index) => {
        if (change === 'same') return <span key={index}>{shortened(text)}</span>
        const Mark = change === 'added' ? 'ins' : 'del'
        return (
          <Mark key={index}>
            <span className="zk-sign">{texts[change]}</span>
            {text}
          </Mark>
        )
      })}
    </p>
  )
}

const around = 60

/** Long passages that stayed the same are shown by their ends, and never with half a character. */
function shortened(text: string): string {
  const characters = [...text]
  if (characters.length <= 2 * around + 20) return text
  return `${characters.slice(0, around).join('')} …… ${characters.slice(-around).join('')}`
}

function shown(value: unknown, field: string, texts: AdminTexts): string {
  if (value === null || value === undefined || value === '') return texts.empty
  if (field === 'forCounty') return value ? texts.recommended : texts.empty
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (field === 'validFrom' || field === 'validUntil') return dayOf(value as string)
  if (Array.isArray(value)) return value.map(nameOfItem).join('、') || texts.empty
  if (typeof value === 'object') return Object.values(value).filter(Boolean).join('，')
  return String(value)
}

const nameOfItem = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : String(item)

const nameOf = (field: string, language: 'zh' | 'en') =>
  fieldNames[{ plain: 'body', categoryName: 'category' }[field] ?? field]?.[language] ?? field
