'use client'

import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { dialogTexts } from '@/i18n/dialogTexts'
import { ask } from '../ask'
import { Findings, type Found } from '../Findings'
import type { Review } from '../review'
import { StepActions } from '../steps/StepActions'
import { useTexts } from '../useTexts'
import { useEntry, useIsDirect } from './EntryContext'
import { Facts } from './Facts'
import { StandingNotices } from './StandingNotices'

/** Above the form: where the entry stands, why it came back, what to look at again, what else may be done. */
export function EntryNotice() {
  const entry = useEntry()
  const isDirect = useIsDirect()
  const { language } = useTexts()
  const found = useFindings()
  if (!entry) return null
  return (
    <div className="zk-notices">
      <Facts situation={entry} />
      {isDirect ? (
        <div className="zk-notice zk-notice--warm" role="note">
          <p>{dialogTexts[language].directNote}</p>
          <a className="zk-link" href="?">
            {dialogTexts[language].leaveDirect}
          </a>
        </div>
      ) : (
        <>
          <StandingNotices situation={entry} />
          <StepActions situation={entry} elsewhere={['submit', 'publish']} />
        </>
      )}
      {found && found.passages.length > 0 && <Findings found={found} />}
    </div>
  )
}

/** What the server finds in the saved text; asked again after each save. */
function useFindings(): Found | null {
  const entry = useEntry()
  const { language } = useTexts()
  const revision = useFormFields(([fields]) => fields.startedFrom?.value)
  const [found, setFound] = useState<Found | null>(null)
  const path = entry ? `/api/${entry.library}/${entry.id}/review` : null
  useEffect(() => {
    if (!path) return
    let isCurrent = true
    void ask<Review>(path, { language }).then((outcome) => {
      if (isCurrent && outcome.ok) setFound(outcome.data)
    })
    return () => {
      isCurrent = false
    }
  }, [path, language, revision])
  return found
}
