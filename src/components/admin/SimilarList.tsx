'use client'

import { fill } from '@/i18n/adminTexts'
import { similarTexts, type SimilarTexts } from '@/i18n/reviewing'
import { stateNameOf } from '@/i18n/steps'
import type { Similar } from '@/workflow/reviewing/similarEntries'
import { useTexts } from './useTexts'

/** Entries that ask nearly the same, best first; each opens where this person may read it. */
export function SimilarList({ entries }: { entries: readonly Similar[] }) {
  const { language } = useTexts()
  const texts = similarTexts[language]
  return (
    <ul className="zk-similar__entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <a
            className="zk-link"
            href={addressOf(entry)}
            target="_blank"
            rel="noreferrer"
            title={texts.opens}
          >
            {entry.title}
          </a>{' '}
          <span className="zk-soft">
            {[entry.number, entry.unit.name, standing(entry, language), nearnessOf(entry, texts)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Beside the text that is decided on; nothing where nothing is similar. */
export function SimilarPanel({ entries }: { entries: readonly Similar[] }) {
  const { language } = useTexts()
  const texts = similarTexts[language]
  if (entries.length === 0) return null
  return (
    <section className="zk-notice zk-similar" aria-label={texts.heading}>
      <strong>{fill(texts.count, { n: entries.length })}</strong>
      <SimilarList entries={entries} />
    </section>
  )
}

/** The working copy where it is within reach; else what readers see. */
const addressOf = ({ id, library, number, state }: Similar) =>
  state === null ? `/e/${number}` : `/admin/collections/${library}/${id}`

function standing({ library, state, isLive }: Similar, language: 'zh' | 'en'): string {
  const own = state && state !== 'approved' ? stateNameOf(library, state)?.[language] : ''
  return [own, isLive ? similarTexts[language].live : ''].filter(Boolean).join('、')
}

function nearnessOf({ nearness }: Similar, texts: SimilarTexts): string {
  if (nearness >= 0.9) return texts.almost
  return nearness >= 0.75 ? texts.near : texts.close
}
