import type { Language } from '@/i18n/language'
import { reliabilityTexts } from '@/i18n/reliability'
import { doubts, type Reliability } from '@/reading/reliability'

/** 近期已核实 · 通话中使用 37 次无纠错: what follows from it for whoever reads the entry to a caller. */
export function reliabilityWords(given: Reliability, language: Language): string {
  const texts = reliabilityTexts[language]
  const { level, openCorrections, uses } = given
  if (level === 'questioned') return texts.questioned(openCorrections)
  const also = !isDoubtful(given) && uses > 0 ? texts.used(uses) : ''
  return [texts[level], also].filter(Boolean).join(' · ')
}

/** Should one ask before one relies on it? */
export const isDoubtful = ({ level }: Reliability): boolean =>
  doubts.some((doubt) => doubt === level)
