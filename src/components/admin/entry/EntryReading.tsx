'use client'

import { Button, Gutter, SetStepNav, Link } from '@payloadcms/ui'
import { useState } from 'react'
import type { Library, Step } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { inboxTexts } from '@/i18n/inbox'
import { sharedTexts } from '@/i18n/shared'
import { inboxPath } from '../addresses'
import { Contradictions } from '../Contradictions'
import { Differences, SinceMyReturn } from '../Differences'
import { Findings } from '../Findings'
import { SimilarPanel } from '../SimilarEntries'
import type { Situation } from '../situationFrom'
import { StepActions } from '../steps/StepActions'
import { useTexts } from '../useTexts'
import { ApprovalPanel } from './ApprovalPanel'
import { Facts, StandingNotices } from './StandingNotices'
import { History } from './History'
import { MergeButton } from './MergeButton'
import { ReaderText } from './ReaderText'
import { useReview } from './EntryContext'

type Props = {
  situation: Situation
  /** Where no header of Payload's stands above it. */
  heading?: string
}

/** An entry this person does not save now: the text as readers will see it, and what may be decided on it. */
export function EntryReading({ situation, heading }: Props) {
  const { texts, language } = useTexts()
  const [reads, setReads] = useState(0)
  const { review, problem } = useReview(situation, reads)
  const { id, library, state, stateSince, steps, title, mayMerge } = situation
  const { activation, push } = situation
  const readAgain = () => setReads((count) => count + 1)
  const nav = [
    { label: listName(library, language), url: `/admin/collections/${library}` },
    { label: title },
  ]
  const isOpenText = state !== 'approved' && !situation.trashedAt
  const isDeciding = steps.includes('approve')
  const elsewhere: Step[] = isDeciding ? ['approve', 'return'] : ['approve']
  const why = whyNot(situation, texts)
  return (
    <main className="zk-entry">
      <SetStepNav nav={nav} />
      <Gutter>
        {heading && <h1>{heading}</h1>}
        {situation.inbox && <InboxBar place={situation.inbox} />}
        <Facts situation={situation} />
        {why && <p className="zk-why">{why}</p>}
        <StandingNotices situation={situation} />
        {problem && (
          <div className="zk-notice zk-notice--warm" role="alert">
            <p>{problem}</p>
            <Button size="small" margin={false} onClick={readAgain}>
              {texts.retry}
            </Button>
          </div>
        )}
        <div className="zk-entry__columns">
          <div className="zk-entry__text" aria-busy={review === null}>
            {review === null && !problem && <p className="zk-soft">{texts.loading}</p>}
            {review && (
              <>
                {isOpenText && <Findings found={review} />}
                <Contradictions all={review.contradictions} />
                {isOpenText && <SimilarPanel entries={review.similar} />}
                {isOpenText && <SinceMyReturn difference={review.sinceMyReturn} />}
                {isOpenText && <Differences difference={review.difference} />}
                <ReaderText review={review} library={library} />
              </>
            )}
          </div>
          <div className="zk-entry__side">
            {review && isDeciding && (
              <ApprovalPanel
                key={review.revision}
                situation={situation}
                review={review}
                onRefused={readAgain}
              />
            )}
            {review && (mayMerge || steps.some((step) => !elsewhere.includes(step))) && (
              <section className="zk-panel" aria-label={dialogTexts[language].actions}>
                <h2>{dialogTexts[language].actions}</h2>
                <StepActions situation={situation} elsewhere={elsewhere} onRefused={readAgain} />
                {mayMerge && (
                  <div className="zk-buttons zk-buttons--start">
                    <MergeButton entry={situation} />
                  </div>
                )}
              </section>
            )}
            {situation.isInReach && (
              <History
                key={[state, stateSince, reads, activation?.until, push?.at].join()}
                library={library}
                id={id}
                seesVersions={situation.seesVersions}
              />
            )}
          </div>
        </div>
      </Gutter>
    </main>
  )
}

const listName = (library: Library, language: 'zh' | 'en') =>
  sharedTexts[language].library[library] ?? library

/** Why the text is not a form for this person, where no notice says so already. */
function whyNot(situation: Situation, texts: ReturnType<typeof useTexts>['texts']): string {
  const { steps, state } = situation
  if (situation.trashedAt || situation.deletion) return ''
  if (situation.isOwn) return texts.whyOwn
  if (steps.includes('approve') || state === 'returned') return ''
  if (steps.includes('recall')) return texts.whyPending
  if (state === 'pending') return texts.whyPendingOther
  if (state === 'approved') return situation.liveRevision === null ? '' : texts.whyApproved
  return texts.whyReader
}

/** Above an entry opened from the inbox: where one is, and on to the next. */
function InboxBar({ place }: { place: NonNullable<Situation['inbox']> }) {
  const { language } = useTexts()
  const texts = inboxTexts[language]
  const { position, total, next } = place
  return (
    <nav className="zk-inboxbar" aria-label={texts.title}>
      <span className="zk-soft">
        {position > 0 ? fill(texts.place, { position, total }) : fill(texts.note, { n: total })}
      </span>
      <Link className="zk-link" href={inboxPath} prefetch={false}>
        {texts.back}
      </Link>
      {next !== inboxPath && (
        <Link className="zk-link" href={next} prefetch={false}>
          {texts.skip}
        </Link>
      )}
    </nav>
  )
}
