'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Library, Step } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { stepNames } from '@/i18n/stepNames'
import { useTexts } from '../useTexts'
import { BulkDialog } from './BulkDialog'
import { useKept } from './useKept'

/** Top right of a list: what may be done with the chosen rows at once. */
export function BulkSteps({ library, steps }: { library: Library; steps: Step[] }) {
  const { language } = useTexts()
  const { ids, clear } = useKept(library)
  const [asked, setAsked] = useState<Step | null>(null)
  return (
    <div className="zk-bulk">
      <span className="zk-soft" aria-live="polite">
        {fill(dialogTexts[language].chosen, { n: ids.length })}
      </span>
      {ids.length > 0 && (
        <button type="button" className="zk-link" onClick={clear}>
          {dialogTexts[language].chooseNone}
        </button>
      )}
      {steps.map((step) => (
        <Button
          key={step}
          id={`several-${step}`}
          buttonStyle={step === 'submit' || step === 'approve' ? 'primary' : 'secondary'}
          size="small"
          margin={false}
          disabled={ids.length === 0}
          onClick={() => setAsked(step)}
        >
          {stepNames[step][language]}
        </Button>
      ))}
      {asked && (
        <BulkDialog
          library={library}
          step={asked}
          ids={[...ids]}
          onDone={clear}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
