'use client'

import { dialogTexts } from '@/i18n/dialogTexts'
import { Findings } from '../Findings'
import { StepActions } from '../steps/StepActions'
import { useTexts } from '../useTexts'
import { KeptDraft } from './Draft'
import { useEntry, useFound, useIsDirect } from './EntryContext'
import { Facts } from './Facts'
import { StandingNotices } from './StandingNotices'
import { useLookedAt } from './useLookedAt'
import { useNames } from './useNames'

/** Above the form: where the entry stands, why it came back, what to look at again, what else may be done. */
export function EntryNotice() {
  const entry = useEntry()
  const isDirect = useIsDirect()
  const { language } = useTexts()
  const { found } = useFound()
  useLookedAt()
  useNames()
  return (
    <div className="zk-notices">
      {entry && <Facts situation={entry} />}
      <KeptDraft />
      {entry && isDirect && (
        <div className="zk-notice zk-notice--warm" role="note">
          <p>{dialogTexts[language].directNote}</p>
          <a className="zk-link" href="?">
            {dialogTexts[language].leaveDirect}
          </a>
        </div>
      )}
      {entry && !isDirect && (
        <>
          <StandingNotices situation={entry} />
          <StepActions situation={entry} elsewhere={['submit', 'publish']} />
        </>
      )}
      {entry && found && found.length > 0 && (
        <Findings found={{ passages: [...found], submittedWith: null }} />
      )}
    </div>
  )
}
