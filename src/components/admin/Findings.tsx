'use client'

import { findingTexts } from '@/i18n/findingTexts'
import { useTexts } from './useTexts'

/** What editor and approver should look at again, as sentences. */
export function Findings({ names }: { names: readonly string[] }) {
  const { texts, language } = useTexts()
  if (names.length === 0) return <p className="zk-soft">{texts.noFindings}</p>
  return (
    <section className="zk-notice zk-notice--warm">
      <strong>{texts.findings}</strong>
      <ul>
        {names.map((name) => (
          <li key={name}>{findingTexts[name]?.[language] ?? name}</li>
        ))}
      </ul>
    </section>
  )
}
