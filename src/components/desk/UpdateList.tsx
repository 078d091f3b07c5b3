import { momentOf } from '@/components/admin/dates'
import type { Language } from '@/i18n/language'
import { updateTexts } from '@/i18n/updates'
import type { Update } from '@/reading/updates'

type Props = { updates: readonly Update[]; language: Language }

/** What came, changed or went, with what changed by words. */
export function UpdateList({ updates, language }: Props) {
  const texts = updateTexts[language]
  return (
    <ol className="updates">
      {updates.map((update) => {
        const { kind, at, entry } = update
        return (
          <li key={entry.id} data-kind={kind}>
            <h2>
              <span className="tag">{texts.kinds[kind]}</span>{' '}
              {kind === 'withdrawn' ? (
                <span lang="zh-CN">{entry.title}</span>
              ) : (
                <a href={`/desk?entry=${entry.number}`} lang="zh-CN">
                  {entry.title}
                </a>
              )}
            </h2>
            <p className="quiet">
              <span lang="zh-CN">{entry.unit.name}</span> · {entry.number} · {momentOf(at)}
            </p>
            {kind === 'changed' && <ChangedWords changes={update.changes} language={language} />}
            {kind === 'withdrawn' && <Gone update={update} language={language} />}
            {kind === 'approved' && entry.summary && <p lang="zh-CN">{entry.summary}</p>}
          </li>
        )
      })}
    </ol>
  )
}

type Of = { update: Update; language: Language }

type ChangedProps = { changes: Update['changes']; language: Language }

/** Where a text changed, with a little around each place. */
export function ChangedWords({ changes, language }: ChangedProps) {
  const texts = updateTexts[language]
  if (changes.length === 0) return <p>{texts.otherwise}</p>
  return (
    <dl>
      {changes.map(({ field, parts }) => (
        <div key={field}>
          <dt>{texts.fields[field]}</dt>
          <dd>
            {parts.map(({ text, change }, at) => {
              if (change === 'same')
                return (
                  <span key={at} lang="zh-CN">
                    {text}
                  </span>
                )
              const Mark = change === 'added' ? 'ins' : 'del'
              return (
                <Mark key={at}>
                  <span className="hidden">{texts[change]}</span>
                  <span lang="zh-CN">{text}</span>
                </Mark>
              )
            })}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Gone({ update: { sentence, successor }, language }: Of) {
  const texts = updateTexts[language]
  return (
    <p>
      {sentence ? <span lang="zh-CN">{sentence}</span> : texts.noSentence}{' '}
      {successor && (
        <>
          {texts.successor} <a href={`/desk?entry=${successor}`}>{successor}</a>
        </>
      )}
    </p>
  )
}
