'use client'

import { listTexts } from '@/i18n/lists'
import { useTexts } from './useTexts'

/** First on every page: past the side menu into what the page shows. */
export function SkipLink() {
  const { language } = useTexts()
  return (
    <button type="button" className="zk-skip" onClick={focusContent}>
      {listTexts[language].skip}
    </button>
  )
}

/** Payload's own pages have no main part; they begin where the header ends. */
function focusContent() {
  const content =
    document.querySelector('main') ?? document.querySelector<HTMLElement>('.template-default__wrap')
  if (!content) return
  content.tabIndex = -1
  content.focus()
}
