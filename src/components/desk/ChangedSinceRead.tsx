import { useEffect, useState } from 'react'
import { dayOf } from '@/components/entryWords'
import { deskEntryTexts } from '@/i18n/deskEntry'
import type { Language } from '@/i18n/language'
import type { SinceLastRead } from '@/reading/lastRead'
import { ask } from './ask'
import { ChangedWords } from './UpdateList'

type Props = { language: Language; number: string; revision: number }

/** 与上次阅读相比有变化: what is otherwise than in the text this person read before, until they have seen it. */
export function ChangedSinceRead({ language, number, revision }: Props) {
  const texts = deskEntryTexts[language]
  const [since, setSince] = useState<SinceLastRead | null>(null)
  useEffect(() => {
    const control = new AbortController()
    const path = `/api/entries/${encodeURIComponent(number)}/lastRead`
    ask<{ since: SinceLastRead | null }>(path, control.signal)
      .then((answer) => {
        if ('data' in answer && !control.signal.aborted) setSince(answer.data.since)
      })
      .catch(() => undefined)
    return () => control.abort()
  }, [number, revision])
  if (!since) return null
  return (
    <section className="desk-changed" role="status">
      <p>
        <strong>{texts.changed(dayOf(since.readAt, language))}</strong>
        <button type="button" className="plain" onClick={() => setSince(null)}>
          {texts.dismiss}
        </button>
      </p>
      <ChangedWords language={language} changes={since.changes} />
    </section>
  )
}
