'use client'

import { useEntry } from './EntryContext'
import { ReturnNotice } from './ReturnNotice'
import { StateBadge } from './StateBadge'
import { useTexts } from './useTexts'
import { fill } from '@/i18n/adminTexts'

/** Above the form: where the entry stands, and why it came back. */
export function EntryNotice() {
  const entry = useEntry()
  const { texts } = useTexts()
  if (!entry) return null
  return (
    <div className="zk-notices">
      <p className="zk-facts">
        <StateBadge state={entry.state} />
        <span>
          {texts.number} {entry.number}
        </span>
        <span>
          {entry.liveRevision === null
            ? texts.offline
            : fill(texts.online, { n: entry.liveRevision })}
        </span>
      </p>
      {entry.lastReturn && <ReturnNotice given={entry.lastReturn} />}
    </div>
  )
}
