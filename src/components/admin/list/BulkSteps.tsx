'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Library, Step } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { buttonNameOf } from '@/i18n/steps'
import { useTexts } from '../useTexts'
import { BulkDialog } from './BulkDialog'
import { useChosen } from './Chosen'

/** Top right of a list: what may be done with the chosen rows at once. */
export function BulkSteps({ library, steps }: { library: Library; steps: Step[] }) {
  const { language } = useTexts()
  const texts = dialogTexts[language]
  const { chosen, clear } = useChosen()
  const [asked, setAsked] = useState<Step | null>(null)
  return (
    <div className="zk-bulk" data-chosen={chosen.length}>
      <span className="zk-soft" aria-live="polite">
        {fill(texts.chosen, { n: chosen.length })}
      </span>
      {chosen.length > 0 && (
        <button type="button" className="zk-link" onClick={clear}>
          {texts.chooseNone}
        </button>
      )}
      {steps.map((step) => (
        <Button
          key={step}
          id={`several-${step}`}
          buttonStyle={primary.includes(step) ? 'primary' : 'secondary'}
          size="medium"
          margin={false}
          disabled={chosen.length === 0}
          onClick={() => setAsked(step)}
        >
          {buttonNameOf(step)[language]}
        </Button>
      ))}
      {asked && (
        <BulkDialog
          library={library}
          step={asked}
          chosen={chosen}
          onDone={clear}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

const primary: readonly Step[] = ['submit', 'approve', 'approveDeletion', 'restore']
