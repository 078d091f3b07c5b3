'use client'

import { fill } from '@/i18n/adminTexts'
import { momentOf } from './dates'
import type { Situation } from './situationOf'
import { useTexts } from './useTexts'

/** The reason of the last return, until the text is approved. */
export function ReturnNotice({ given }: { given: NonNullable<Situation['lastReturn']> }) {
  const { texts } = useTexts()
  return (
    <div className="zk-notice zk-notice--warm" role="note">
      <strong>{texts.lastReturn}</strong>
      <p>{given.reason}</p>
      <small>{fill(texts.returnedBy, { name: given.byName, at: momentOf(given.at) })}</small>
    </div>
  )
}
