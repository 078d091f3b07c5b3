'use client'

import { fill } from '@/i18n/adminTexts'
import { momentOf } from './dates'
import { passagesIn } from './entry/remarks'
import { useMarkedPassages } from './entry/useMarkedPassages'
import type { Situation } from './situationFrom'
import { useTexts } from './useTexts'

/** The reason of the last return, until the text is approved. */
export function ReturnNotice({ given }: { given: NonNullable<Situation['lastReturn']> }) {
  const { texts } = useTexts()
  useMarkedPassages('.zk-text, .rich-text-lexical', passagesIn(given.reason))
  return (
    <div className="zk-notice zk-notice--warm" role="note">
      <strong>{texts.lastReturn}</strong>
      <p className="zk-reason">{given.reason}</p>
      <small>{fill(texts.returnedBy, { name: given.byName, at: momentOf(given.at) })}</small>
    </div>
  )
}
