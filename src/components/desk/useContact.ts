import { useState } from 'react'
import { deskEntryTexts } from '@/i18n/deskEntry'
import type { Language } from '@/i18n/language'
import type { Entry } from '@/reading/readEntry'
import type { TreeUnit } from '@/reading/readTree'
import { fullName } from '@/reading/spoken'
import type { Say } from './useSaid'
import { choiceId, nameIn } from './useTransfer'

type Given = {
  language: Language
  entry: Entry | null
  /** The question by its key, where nothing was found for it, and the unit it is passed on to. */
  nothing: { asked: string; unit: string } | null
  units: readonly TreeUnit[]
  say: Say
}

/**
 * How to reach the unit of the open entry, or the one that is chosen where nothing was found: shown beside it until
 * closed, and gone with it.
 */
export function useContact({ language, entry, nothing, units, say }: Given) {
  const [shown, setShown] = useState<{ key: string; unit: { id: string; name: string } } | null>(
    null,
  )
  const key = entry ? entry.number : nothing ? `?${nothing.asked} ${nothing.unit}` : null
  const unit = shown && shown.key === key ? shown.unit : null
  const close = () => setShown(null)
  const toggle = () => {
    if (unit || key === null) return close()
    if (entry) return setShown({ key, unit: { id: entry.unit.id, name: fullName(entry.unit) } })
    const name = nothing && nameIn(units, nothing.unit)
    if (nothing && name) return setShown({ key, unit: { id: nothing.unit, name } })
    document.getElementById(choiceId)?.focus()
    say(deskEntryTexts[language].chooseUnit)
  }
  return { unit, toggle: key === null ? null : toggle, close }
}

export type ContactShown = ReturnType<typeof useContact>
