'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { readAloudTexts } from '@/i18n/accessibility'
import type { Language } from '@/i18n/language'

/** `text` in Chinese; without one what stands in the page's main part is read. */
type Props = { language: Language; text?: string }

/** 朗读: by the browser's own voice, which sends nothing anywhere; not there where the browser has no Chinese one. */
export function ReadAloud({ language, text }: Props) {
  const texts = readAloudTexts[language]
  const voice = useChineseVoice()
  const [isReading, setIsReading] = useState(false)
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  if (!voice) return null
  const read = () => {
    if (isReading) {
      speechSynthesis.cancel()
      setIsReading(false)
      return
    }
    const parts = sentencesOf(text ?? document.getElementById('main')?.innerText ?? '')
    if (parts.length === 0) return
    setIsReading(true)
    speak(parts, voice, () => setIsReading(false))
  }
  return (
    <button type="button" className="tool read-aloud" aria-pressed={isReading} onClick={read}>
      {isReading ? texts.stop : texts.read}
    </button>
  )
}

/** Piece by piece: browsers break off in the midst of what is long. */
function speak(parts: readonly string[], voice: SpeechSynthesisVoice, onEnd: () => void): void {
  speechSynthesis.cancel()
  parts.forEach((part, at) => {
    const utterance = new SpeechSynthesisUtterance(part)
    Object.assign(utterance, { voice, lang: voice.lang, rate: 0.9 })
    utterance.onerror = onEnd
    if (at === parts.length - 1) utterance.onend = onEnd
    speechSynthesis.speak(utterance)
  })
}

const sentencesOf = (text: string): string[] =>
  (text.match(/[^。！？；\n]+[。！？；]*/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter(Boolean)

/** Voices come a moment after the page. */
const useChineseVoice = (): SpeechSynthesisVoice | null =>
  useSyncExternalStore(
    (onChange) => {
      window.speechSynthesis?.addEventListener('voiceschanged', onChange)
      return () => window.speechSynthesis?.removeEventListener('voiceschanged', onChange)
    },
    chineseVoice,
    () => null,
  )

/** One that speaks 普通话, on this device before one that is fetched. */
function chineseVoice(): SpeechSynthesisVoice | null {
  const chinese = window.speechSynthesis
    ?.getVoices()
    .filter(({ lang }) => /^(zh|cmn)[-_](Hans[-_])?CN/i.test(lang))
  return chinese?.find(({ localService }) => localService) ?? chinese?.[0] ?? null
}
