import { deskCallTexts } from '@/i18n/deskCall'
import type { Language } from '@/i18n/language'
import type { Call } from './calls'

type Props = {
  language: Language
  call: Call
  onAsk: (words: string) => void
  onOpen: (number: string) => void
}

/** What was searched, opened and told on this call; each leads back there. */
export function CallSoFar({ language, call, onAsk, onOpen }: Props) {
  const texts = deskCallTexts[language]
  const { asked, seen, notes } = call
  return (
    <section className="desk-so-far" aria-label={texts.soFar}>
      <h2>{texts.soFar}</h2>
      {asked.length + seen.length + notes.length === 0 && (
        <p className="quiet">{texts.nothingYet}</p>
      )}
      {asked.length > 0 && (
        <p>
          {texts.asked}{' '}
          {asked.map(({ words }) => (
            <button
              key={words}
              type="button"
              className="desk-chip"
              lang="zh-CN"
              onClick={() => onAsk(words)}
            >
              {words}
            </button>
          ))}
        </p>
      )}
      {seen.length > 0 && (
        <ul>
          {seen.map(({ number, title, revision, told }) => (
            <li key={number}>
              <button type="button" className="plain" lang="zh-CN" onClick={() => onOpen(number)}>
                {title}
              </button>
              <span className="desk-why">
                {number} · {texts.revision(revision)} ·{' '}
                {told.length > 0 ? (
                  <strong>{told.map((one) => texts.told[one]).join('、')}</strong>
                ) : (
                  texts.seen
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note} lang="zh-CN">
          {note}
        </p>
      ))}
    </section>
  )
}
