'use client'

import { useState } from 'react'
import { copyText } from '@/components/desk/copyText'
import { entryPageTexts } from '@/i18n/entryPage'
import type { Language } from '@/i18n/language'
import { useIsAlive } from './useIsAlive'

/** Copies an address, and says whether it did. */
export function CopyAddress({ language, address }: { language: Language; address: string }) {
  const texts = entryPageTexts[language]
  const isAlive = useIsAlive()
  const [done, setDone] = useState<'copied' | 'failed' | null>(null)
  if (!isAlive) return null
  return (
    <>
      <button
        type="button"
        className="tool no-print"
        onClick={() =>
          void copyText(address).then((isCopied) => setDone(isCopied ? 'copied' : 'failed'))
        }
      >
        {texts.copy}
      </button>
      <span role="status" className="share-said no-print">
        {done && texts[done]}
      </span>
    </>
  )
}
