import type { Language } from '@/i18n/language'
import { promotionTexts, type PromotionTexts } from '@/i18n/promoting'
import { weekTexts } from '@/i18n/week'
import type { ReadsToReview } from '@/workflow/promoting/readsToReview'
import type { Review } from '@/workflow/promoting/reviews'
import { momentOf } from '../dates'
import { Empty, Table } from '../parts'
import { viewsAddress } from '../views/viewsAddress'
import { Answers, type AnswerStep } from './Answers'

type Props = { proposed: ReadsToReview; mayAnswer: boolean; language: Language }

/** What was read most and what was asked in vain, each with its answer or with the buttons that give one. */
export function Proposals({ proposed, mayAnswer, language }: Props) {
  const texts = promotionTexts[language]
  const { period, read, place, entries, queries, looked } = proposed
  const days = texts.days(read.first, read.until)
  const isEmpty = entries.length + queries.length === 0
  return (
    <>
      <p className="zk-soft">
        {mayAnswer ? texts.about(days, period.last) : texts.aboutReading(days)}
      </p>
      {looked?.byName && <p role="status">{texts.lookedBy(looked.byName, momentOf(looked.at))}</p>}
      {mayAnswer && place === null && !isEmpty && (
        <p className="zk-notice zk-notice--warm">{texts.noPlace}</p>
      )}
      {isEmpty ? (
        <Empty said={texts.nothing} />
      ) : (
        <>
          <Entries {...{ proposed, mayAnswer, language }} />
          <Queries {...{ proposed, mayAnswer, language }} />
        </>
      )}
    </>
  )
}

function Entries({ proposed, mayAnswer, language }: Props) {
  const texts = promotionTexts[language]
  const { entries, read } = proposed
  return (
    <section>
      <h2>{texts.entries}</h2>
      {entries.length === 0 ? (
        <p className="zk-soft">{texts.entriesNone}</p>
      ) : (
        <Table heads={[texts.title, texts.read, texts.answer]}>
          {entries.map(({ id, library, number, title, reads, readers, uses, answer }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/admin/collections/${library}/${id}`}>{title}</a>{' '}
                <span className="zk-soft">{number}</span>
              </th>
              <td data-label={texts.read}>
                <a
                  href={viewsAddress({
                    ...{ entry: number, from: read.first, to: read.until },
                    counted: 'yes',
                  })}
                >
                  {weekTexts[language].counts(reads, readers, uses)}
                </a>
              </td>
              <td data-label={texts.answer} className="zk-answers">
                {answer && <Given answer={answer} texts={texts} />}
                {!answer && !mayAnswer && <span className="zk-soft">{texts.unanswered}</span>}
                {mayAnswer && !answer && (
                  <Answers
                    kind="entry"
                    subject={id}
                    title={title}
                    steps={stillOpen(proposed, stepsOf(proposed, library))}
                  />
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

function Queries({ proposed, mayAnswer, language }: Props) {
  const texts = promotionTexts[language]
  const { queries, place } = proposed
  const steps = stillOpen(proposed, place ? ['draft', 'nothing'] : ['nothing'])
  return (
    <section>
      <h2>{texts.queries}</h2>
      {queries.length === 0 ? (
        <p className="zk-soft">{texts.queriesNone}</p>
      ) : (
        <Table heads={[texts.query, texts.asked, texts.answer]}>
          {queries.map(({ query, askers, answer }) => (
            <tr key={query}>
              <th scope="row">
                <a href={`/desk?${new URLSearchParams({ q: query })}`}>{query}</a>
              </th>
              <td data-label={texts.asked}>{weekTexts[language].askers(askers)}</td>
              <td data-label={texts.answer} className="zk-answers">
                {answer && <Given answer={answer} texts={texts} />}
                {!answer && !mayAnswer && <span className="zk-soft">{texts.unanswered}</span>}
                {mayAnswer && !answer && (
                  <Answers kind="query" subject={query} title={query} steps={steps} />
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

/** How it was answered in this period, by whom, and where that led. */
function Given({ answer, texts }: { answer: Review; texts: PromotionTexts }) {
  const { outcome, entry, byName, at } = answer
  return (
    <>
      {outcome in texts.outcomes && texts.outcomes[outcome as keyof typeof texts.outcomes]}{' '}
      {entry && <a href={`/admin/collections/knowledge/${entry}`}>{texts.open}</a>}{' '}
      <span className="zk-soft">
        {byName} {momentOf(at)}
      </span>
    </>
  )
}

/** Once all was looked at nothing is left to be said of what needs nothing; something may still come of it. */
const stillOpen = ({ looked }: ReadsToReview, steps: readonly AnswerStep[]): AnswerStep[] =>
  steps.filter((step) => !looked || step !== 'nothing')

/** What may become of an entry: only knowledge is moved, and a township's is marked instead. */
function stepsOf({ place }: ReadsToReview, library: string): AnswerStep[] {
  if (!place) return ['nothing']
  const isKnowledge = library === 'knowledge'
  if (place.isForCounty) return isKnowledge ? ['mark', 'nothing'] : ['nothing']
  return isKnowledge ? ['revise', 'draft', 'nothing'] : ['draft', 'nothing']
}
