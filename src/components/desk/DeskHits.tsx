import { type ComponentProps, useEffect, useRef, type RefObject } from 'react'
import { dayOf } from '@/components/admin/dates'
import { categoryName } from '@/components/entryWords'
import { Marked, TakenFor } from '@/components/search/hits'
import { askingTexts } from '@/i18n/asking'
import { deskTexts } from '@/i18n/desk'
import { deskScreenTexts } from '@/i18n/deskScreen'
import { deskReportTexts } from '@/i18n/deskReport'
import type { Language } from '@/i18n/language'
import { reliabilityTexts } from '@/i18n/reliability'
import { sharedTexts } from '@/i18n/shared'
import type { Explanation } from '@/search/types'
import type { Failure } from './ask'
import { type DeskHit, hasMore, type Hits } from './deskQuestion'
import { NothingFound } from './NothingFound'

type Props = {
  language: Language
  list: RefObject<HTMLOListElement | null>
  found: Hits
  isBusy: boolean
  /** Hits of the question before are seen, and cannot be opened. */
  isAnswered: boolean
  failure: Failure | null
  /** Is the server out of reach? What is seen is from before. */
  isLost: boolean
  opened: string | null
  /** Whether the centre sees why each hit is where it is; null for others. */
  why: { isShown: boolean; onToggle: () => void } | null
  /** 没有找到: tells of what is missing; null where nothing was asked, or who may not. */
  onMissing: (() => void) | null
  /** What stands in the empty result. */
  nothing: Omit<ComponentProps<typeof NothingFound>, 'language' | 'words' | 'isNarrowed'>
  onOpen: (number: string, search: string | null) => void
  onMore: () => void
  onAgain: () => void
}

/** Is it known by now that there is nothing? */
export const isNothingIn = ({
  found,
  isBusy,
  failure,
}: Pick<Props, 'found' | 'isBusy' | 'failure'>) => found.hits.length === 0 && !isBusy && !failure

/** What was found, or the recent list; always says how it stands. */
export function DeskHits(props: Props) {
  const { language, list, found, isBusy, isAnswered, failure, isLost, opened, why } = props
  const { nothing, onMissing, onOpen, onMore, onAgain } = props
  const texts = deskTexts[language]
  const { hits, total, words } = found
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.scrollTo({ top: 0 })
  }, [found.asked])
  const title = words ? texts.results : found.isNarrowed ? texts.listed : texts.recent
  return (
    <section className="desk-found" ref={place} aria-label={title} aria-busy={isBusy}>
      <p className="desk-count" role="status">
        <strong>{title}</strong>{' '}
        <span>{isBusy ? texts.counting : failure ? '' : texts.found(total)}</span>
        {isLost && hits.length > 0 && (
          <span className="tag">{deskScreenTexts[language].beforeLost}</span>
        )}
        {onMissing && words && !isBusy && (
          <button type="button" className="desk-missing" onClick={onMissing}>
            {deskReportTexts[language].gap} <kbd>g</kbd>
          </button>
        )}
      </p>
      {hits.length > 0 && (
        <TakenFor language={language} corrected={found.corrected} dropped={found.dropped} />
      )}
      {why && words && (
        <button type="button" className="plain" aria-pressed={why.isShown} onClick={why.onToggle}>
          {askingTexts[language].why}
        </button>
      )}
      {failure && failure !== 'expired' && (
        <p className="warning" role="alert">
          {failure === 'offline' ? texts.offline : texts.failed}{' '}
          <button type="button" className="plain" onClick={onAgain}>
            {sharedTexts[language].failed.again}
          </button>
        </p>
      )}
      {isNothingIn({ found, isBusy, failure }) && (
        <NothingFound {...nothing} {...{ language, words }} isNarrowed={found.isNarrowed} />
      )}
      <ol id="desk-hits" ref={list} inert={isBusy && !isAnswered}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <Hit language={language} hit={hit} isOpened={hit.number === opened} onOpen={onOpen} />
            {why?.isShown && hit.explanation && (
              <WhyHere language={language} why={hit.explanation} />
            )}
          </li>
        ))}
      </ol>
      {hasMore(found) && (
        <button type="button" className="more" disabled={isBusy} onClick={onMore}>
          {texts.more}
        </button>
      )}
    </section>
  )
}

type HitProps = {
  language: Language
  hit: DeskHit
  isOpened: boolean
  onOpen: (number: string, search: string | null) => void
}

function Hit({ language, hit, isOpened, onOpen }: HitProps) {
  const texts = sharedTexts[language]
  const passage = hit.highlights.text[0]
  return (
    <a
      href={`/e/${hit.number}`}
      data-hit=""
      className="desk-hit"
      aria-current={isOpened ? 'true' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onOpen(hit.number, hit.search)
      }}
    >
      <strong lang="zh-CN">
        <Marked text={hit.title} ranges={hit.highlights.title} />
      </strong>
      {hit.summary && (
        <span className="desk-summary" lang="zh-CN">
          {hit.summary}
        </span>
      )}
      {passage && (
        <span className="desk-passage" lang="zh-CN">
          <Marked {...fromMark(passage)} />
        </span>
      )}
      <span className="desk-facts">
        {!hit.openToPublic && (
          <span className="tag">{hit.openToUnits ? texts.unitsOnly : texts.closed}</span>
        )}
        {hit.doubt && (
          <strong className="desk-doubt">{reliabilityTexts[language].brief[hit.doubt]}</strong>
        )}
        <span>{texts.library[hit.library]}</span>
        <span lang="zh-CN">{hit.unit.name}</span>
        {hit.category && <span>{categoryName(hit.category, language)}</span>}
        <span>{texts.approvedOn(dayOf(hit.approvedAt))}</span>
        {hit.validUntil && <span>{texts.validUntil(dayOf(hit.validUntil))}</span>}
      </span>
    </a>
  )
}

/** Characters before the first mark: a passage has one line, in which it must be seen. */
const led = 10

function fromMark({ passage, ranges }: DeskHit['highlights']['text'][number]) {
  const [first = 0] = ranges[0] ?? []
  const cut = first - led
  if (cut < led) return { text: passage, ranges }
  const moved = ranges.map(([from, to]): [number, number] => [from - cut + 1, to - cut + 1])
  return { text: `…${passage.slice(cut)}`, ranges: moved }
}

const factorNames = [
  ...([
    'held',
    'inTitle',
    'likeness',
    'polarity',
    'freshness',
    'ownUnit',
    'district',
    'use',
  ] as const),
]

/** Why a hit stands where it stands, for the centre. */
function WhyHere({ language, why }: { language: Language; why: Explanation }) {
  const texts = askingTexts[language]
  const parts: [string, string][] = [
    ...(why.pairs ? [[texts.pairs, rounded(why.pairs)] as [string, string]] : []),
    ...(why.sound ? [[texts.sound, rounded(why.sound)] as [string, string]] : []),
    ...factorNames
      .filter((name) => why.factors[name] !== 1)
      .map((name): [string, string] => [texts.factors[name], `× ${rounded(why.factors[name])}`]),
  ]
  return (
    <div className="why">
      <p>{texts.place[why.place]}</p>
      {why.words.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.whyWord}</th>
              <th scope="col">{texts.whyRarity}</th>
              <th scope="col">{texts.whyScore}</th>
            </tr>
          </thead>
          <tbody>
            {why.words.map(({ word, rarity, score, isSynonym }) => (
              <tr key={word}>
                <td>
                  <span lang="zh-CN">{word}</span> {isSynonym && <small>{texts.synonym}</small>}
                </td>
                <td>{rounded(rarity)}</td>
                <td>{rounded(score)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {parts.length > 0 && (
        <dl>
          {parts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

const rounded = (value: number): string => value.toFixed(2)
