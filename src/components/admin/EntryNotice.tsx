'use client'

import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { ask } from './ask'
import { useEntry } from './EntryContext'
import { Findings } from './Findings'
import { ReturnNotice } from './ReturnNotice'
import type { Review } from './review'
import { StateBadge } from './StateBadge'
import { useTexts } from './useTexts'

/** Above the form: where the entry stands, why it came back, what to look at again. */
export function EntryNotice() {
  const entry = useEntry()
  const { texts } = useTexts()
  const findings = useFindings()
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
      {findings.length > 0 && <Findings names={findings} />}
    </div>
  )
}

/** What the server finds in the saved text; asked again after each save. */
function useFindings(): readonly string[] {
  const entry = useEntry()
  const { language } = useTexts()
  const revision = useFormFields(([fields]) => fields.startedFrom?.value)
  const [findings, setFindings] = useState<readonly string[]>([])
  const path = entry ? `/api/${entry.library}/${entry.id}/review` : null
  useEffect(() => {
    if (!path) return
    let isCurrent = true
    void ask<Review>(path, { language }).then((outcome) => {
      if (isCurrent && outcome.ok) setFindings(outcome.data.findings)
    })
    return () => {
      isCurrent = false
    }
  }, [path, language, revision])
  return findings
}
