import { basedOnTexts } from '@/i18n/basedOn'
import type { Language } from '@/i18n/language'
import type { TaskWhole } from '@/workflow/tasks/readTasks'
import { DifferenceList } from '../Differences'

type Props = { original: NonNullable<TaskWhole['original']>; language: Language }

/** What changed in the entry of a unit above since this one was in line with it. */
export function OriginalChange({ original, language }: Props) {
  const texts = basedOnTexts[language]
  const { number, title, isOnline, isEnded, successor, difference } = original
  return (
    <section className="zk-panel zk-differences">
      <h2>{texts.change}</h2>
      <p>
        {title === null ? (
          number
        ) : (
          <a className="zk-link" href={`/e/${number}`} target="_blank" rel="noreferrer">
            {number} {title}
          </a>
        )}
      </p>
      {isEnded && (
        <p className="zk-notice zk-notice--warm" role="note">
          {texts.ended}
        </p>
      )}
      {!isOnline && (
        <p className="zk-notice zk-notice--warm" role="note">
          {texts.gone}{' '}
          {successor && (
            <>
              {texts.successor}{' '}
              <a className="zk-link" href={`/e/${successor}`} target="_blank" rel="noreferrer">
                {successor}
              </a>
            </>
          )}
        </p>
      )}
      {isOnline && !isEnded && difference === null && <p className="zk-soft">{texts.closed}</p>}
      {difference?.length === 0 && <p className="zk-soft">{texts.same}</p>}
      {difference && difference.length > 0 && <DifferenceList difference={difference} />}
    </section>
  )
}
