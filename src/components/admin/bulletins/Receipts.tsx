'use client'

import { useEffect, useState } from 'react'
import { bulletinTexts } from '@/i18n/bulletins'
import type { PastBulletin, ReaderOf, Receipts as Answer } from '@/workflow/bulletins/readers'
import { useAnswer } from '../ask'
import { momentOf } from '../dates'
import type { Situation } from '../situationFrom'
import { useTexts } from '../useTexts'

const shown = ['unread', 'read'] as const

/** So often the counts are asked anew while they are looked at, in milliseconds. */
const often = 15_000

/** 已阅情况, for who may activate or push this entry: of the newest, or of one before it. Nothing where there was none. */
export function Receipts({ situation }: { situation: Situation }) {
  const { language } = useTexts()
  const { library, id, activation, push } = situation
  const texts = bulletinTexts[language]
  const path = `/api/${library}/${id}/bulletins`
  const turn = useTurns(activation !== null || push !== null)
  // Asked anew once one begins or ends, and as people read it.
  const again = [activation?.at, activation?.until, push?.at, turn].join()
  const { data, problem } = useAnswer<{ bulletins: PastBulletin[] }>(path, again)
  const [chosen, setChosen] = useState<string | null>(null)
  const known = data?.bulletins ?? []
  const bulletin = known.find((one) => one.id === chosen) ?? known[0]
  if (!bulletin) return problem ? <p className="zk-error">{problem}</p> : null
  const nameOf = ({ kind, at, byName, read, endedAt }: PastBulletin) =>
    [
      texts.kinds[kind],
      [momentOf(at), byName].filter(Boolean).join(' '),
      endedAt ? texts.ended(momentOf(endedAt)) : texts.standing,
      texts.read(read),
    ].join(' · ')
  return (
    <details className="zk-panel zk-receipts" open={bulletin.endedAt === null}>
      <summary>
        <h2>{texts.receipts}</h2>
      </summary>
      {known.length > 1 ? (
        <label className="zk-receipts__which">
          {texts.which}{' '}
          <select value={bulletin.id} onChange={(event) => setChosen(event.target.value)}>
            {known.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p className="zk-soft">{nameOf(bulletin)}</p>
      )}
      <Names key={bulletin.id} path={`${path}/${bulletin.id}`} again={again} />
      {problem && <p className="zk-error">{problem}</p>}
    </details>
  )
}

/** While one stands on desks: another one every while as long as the page is seen, and once it is seen again. */
function useTurns(isStanding: boolean): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (!isStanding) return
    const next = () => document.visibilityState === 'visible' && setTurn((turn) => turn + 1)
    const timer = setInterval(next, often)
    document.addEventListener('visibilitychange', next)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', next)
    }
  }, [isStanding])
  return turn
}

/** The counts, then the names: agents who have not read it, or who has and when. */
function Names({ path, again }: { path: string; again: string }) {
  const { texts: shared, language } = useTexts()
  const texts = bulletinTexts[language]
  const [who, setWho] = useState<(typeof shown)[number]>('unread')
  const [page, setPage] = useState(1)
  const { data, problem } = useAnswer<Answer>(`${path}?who=${who}&page=${page}`, again)
  if (problem) return <p className="zk-error">{problem}</p>
  if (!data) return <p className="zk-soft">{shared.loading}</p>
  const { counts, people, pages } = data
  const names = { unread: texts.unreadAgents, read: texts.readBy }
  const isUnread = who === 'unread'
  return (
    <>
      <p role="status">
        <strong>{texts.agentsRead(counts.agentsRead, counts.agents)}</strong>
        {counts.others > 0 && ` · ${texts.othersRead(counts.others)}`}
      </p>
      <div className="zk-buttons zk-buttons--start" role="group" aria-label={texts.receipts}>
        {shown.map((one) => (
          <button
            key={one}
            type="button"
            className="zk-link"
            aria-pressed={one === who}
            onClick={() => {
              setWho(one)
              setPage(1)
            }}
          >
            {names[one]}
          </button>
        ))}
      </div>
      {people.length === 0 && (
        <p className="zk-soft">{isUnread ? texts.allRead : texts.nobodyRead}</p>
      )}
      <ul className="zk-receipts__people">
        {people.map((one) => (
          <Person key={one.id} {...one} />
        ))}
      </ul>
      {pages > 1 && (
        <p className="zk-receipts__pages">
          <button
            type="button"
            className="zk-link"
            disabled={page === 1}
            onClick={() => setPage(page - 1)}
          >
            {texts.earlier}
          </button>
          <span>{texts.page(page, pages)}</span>
          <button
            type="button"
            className="zk-link"
            disabled={page === pages}
            onClick={() => setPage(page + 1)}
          >
            {texts.later}
          </button>
        </p>
      )}
    </>
  )
}

const Person = ({ name, unitName, at }: ReaderOf) => (
  <li>
    <span>
      {name} <span className="zk-soft">{unitName}</span>
    </span>
    {at && (
      <time className="zk-soft" dateTime={at}>
        {momentOf(at)}
      </time>
    )}
  </li>
)
