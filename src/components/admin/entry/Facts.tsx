'use client'

import type { Library, State } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { stateNameOf } from '@/i18n/steps'
import { momentOf } from '../dates'
import type { Situation } from '../situationFrom'
import { useTexts } from '../useTexts'

/** One line: state, number, place, which revision this is and which one readers see. */
export function Facts({ situation }: { situation: Situation }) {
  const { texts } = useTexts()
  const { library, state, number, revision, liveRevision, stateSince } = situation
  const place = [situation.unitAboveName, situation.unitName, situation.categoryName]
  return (
    <p className="zk-facts">
      <StateBadge state={state} library={library} />
      <span>
        {texts.number} {number}
      </span>
      <span>{place.filter(Boolean).join(' / ')}</span>
      <span>
        {fill(texts.standing, {
          revision: fill(texts.revision, { n: revision }),
          online: liveRevision === null ? texts.offline : fill(texts.online, { n: liveRevision }),
        })}
      </span>
      {liveRevision !== null && revision > liveRevision && (
        <span className="zk-tag">{texts.ahead}</span>
      )}
      <span>
        {texts.since} {momentOf(stateSince)}
      </span>
    </p>
  )
}

export function StateBadge({ state, library = 'knowledge' }: { state: State; library?: Library }) {
  const { language } = useTexts()
  return (
    <span className={`zk-state zk-state--${state}`}>{stateNameOf(library, state)[language]}</span>
  )
}
