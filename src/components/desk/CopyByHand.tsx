import { useEffect, useRef } from 'react'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'

type Props = { language: Language; text: string; onDone: () => void; onEnd: () => void }

/** A text that the browser did not copy, selected for whoever copies it by hand. */
export function CopyByHand({ language, text, onDone, onEnd }: Props) {
  const texts = deskTexts[language]
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    area.current?.focus()
    area.current?.select()
  }, [text])
  useEffect(() => {
    const pane = area.current?.closest<HTMLElement>('.desk-entry')
    return () => {
      if (document.activeElement === document.body) pane?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div className="warning desk-by-hand" role="alert">
      <label htmlFor="desk-by-hand">{texts.copyByHand}</label>
      <textarea
        id="desk-by-hand"
        ref={area}
        readOnly
        rows={4}
        lang="zh-CN"
        value={text}
        onCopy={onDone}
      />
      <button type="button" className="plain" onClick={onEnd}>
        {texts.close}
      </button>
    </div>
  )
}
