import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import type { Entry } from '@/reading/readEntry'

type Props = { entry: Pick<Entry, 'attachments'>; language: Language }

/** The files that come with an answer. */
export function EntryFiles({ entry, language }: Props) {
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
