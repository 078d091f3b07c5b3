'use client'

import { Button } from '@payloadcms/ui'
import type { Library, Step } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { listTexts } from '@/i18n/lists'
import { countedIn, findingPhrases } from '@/i18n/reviewing'
import { buttonNameOf } from '@/i18n/steps'
import { Dialog } from '../Dialog'
import { useTexts } from '../useTexts'
import type { Outcome, Progress, Item } from './useBatch'

type Props = {
  library: Library
  step: Step
  progress: Progress | null
  outcome: Outcome | null
  onClose: () => void
}

/** How far it is; then which are done and which are not, each with its reason. */
export function BulkResult({ library, step, progress, outcome, onClose }: Props) {
  const { language } = useTexts()
  const words = dialogTexts[language]
  const at = `/admin/collections/${library}`
  return (
    <Dialog title={buttonNameOf(step)[language]} onClose={outcome ? onClose : () => undefined}>
      <div role="status">
        {progress && (
          <>
            <p>{fill(words.working, { done: progress.done, n: progress.of })}</p>
            <progress
              className="zk-progress"
              aria-label={buttonNameOf(step)[language]}
              value={progress.done}
              max={progress.of}
            />
          </>
        )}
        {outcome && <p>{fill(words.doneSome, { n: outcome.done.length })}</p>}
      </div>
      {outcome && outcome.done.length > 0 && <Items at={at} items={outcome.done} />}
      {outcome && (
        <NotDone
          at={at}
          items={outcome.notDone.map((one) => ({ ...one, counts: null }))}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

/** The end of what was done of several at once: which are not, each with its reason. */
export function NotDone({ at, items, onClose }: ItemsProps & { onClose: () => void }) {
  const { texts, language } = useTexts()
  return (
    <>
      {items.length > 0 && (
        <section className="zk-notice zk-notice--warm zk-refused">
          <strong>{fill(dialogTexts[language].notDone, { n: items.length })}</strong>
          <Items at={at} items={items} />
        </section>
      )}
      <div className="zk-buttons">
        <Button margin={false} onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </>
  )
}

type LookedProps = {
  library: Library
  items: readonly Item[]
  /** How far looking is; null once it is over. */
  looked: Progress | null
}

/** The chosen entries by name: for which the step is possible, what stands out in them, and why not for others. */
export function Looked({ library, items, looked }: LookedProps) {
  const { language } = useTexts()
  const texts = dialogTexts[language]
  const at = `/admin/collections/${library}`
  const possible = items.filter(({ problem }) => problem === '')
  const impossible = items.filter(({ problem }) => problem !== '')
  const flagged = possible.filter(({ counts }) => counts !== null).length
  const none = possible.length === 0 ? texts.noneIsPossible : ''
  const said = looked ? fill(texts.lookingAt, { done: looked.done, n: looked.of }) : none
  return (
    <div className="zk-looked" aria-busy={looked !== null}>
      <p role="status">{said}</p>
      {possible.length > 0 && (
        <section aria-label={fill(texts.possible, { n: possible.length })}>
          <strong>{fill(texts.possible, { n: possible.length })}</strong>
          <Items at={at} items={possible} />
        </section>
      )}
      {flagged > 0 && <p>{fill(findingPhrases[language].inSeveral, { n: flagged })}</p>}
      {impossible.length > 0 && (
        <section
          className="zk-notice zk-notice--warm"
          aria-label={fill(texts.impossible, { n: impossible.length })}
        >
          <strong>{fill(texts.impossible, { n: impossible.length })}</strong>
          <Items at={at} items={impossible} />
        </section>
      )}
    </div>
  )
}

type ItemsProps = {
  /** The address below which each has its page. */
  at: string
  items: readonly (Pick<Item, 'id' | 'number' | 'title'> &
    Partial<Pick<Item, 'note' | 'problem' | 'counts'>>)[]
}

/** Each by number and title, with a way to its page. */
function Items({ at, items }: ItemsProps) {
  const { language } = useTexts()
  return (
    <ul className="zk-items">
      {items.map(({ id, number, title, note, problem, counts }) => (
        <li key={id}>
          <a href={`${at}/${id}`} target="_blank">
            {number} {title}
          </a>
          {note && (
            <span className="zk-soft">{fill(listTexts[language].asked, { reason: note })}</span>
          )}
          {problem && <span className="zk-items__problem">{problem}</span>}
          {counts && <span className="zk-items__problem">{countedIn(language, counts)}</span>}
        </li>
      ))}
    </ul>
  )
}
