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
 * How to reach the unit of the open entry, and the one that is chosen where nothing was found: each shown in its place until
 * closed, and gone with it. The key is the entry's while one is open.
 */
export function useContact({ language, entry, nothing, units, say }: Given) {
  const ofEntry = useShown(entry && entry.number, () => entry && unitOf(entry))
  const ofNothing = useShown(nothing && `${nothing.asked} ${nothing.unit}`, () => {
    const name = nothing && nameIn(units, nothing.unit)
    if (nothing && name) return { id: nothing.unit, name }
    document.getElementById(choiceId)?.focus()
    say(deskEntryTexts[language].chooseUnit)
    return null
  })
  return { ofEntry, ofNothing, toggle: ofEntry.toggle ?? ofNothing.toggle }
}

const unitOf = ({ unit }: Entry) => ({ id: unit.id, name: fullName(unit) })

/** What belongs to this key; nothing where there is none. */
function useShown(key: string | null, find: () => { id: string; name: string } | null) {
  const [shown, setShown] = useState<{ key: string; unit: { id: string; name: string } } | null>(
    null,
  )
  const unit = shown && shown.key === key ? shown.unit : null
  const close = () => setShown(null)
  const toggle = () => {
    const found = unit || key === null ? null : find()
    setShown(found && key !== null ? { key, unit: found } : null)
  }
  return { unit, toggle: key === null ? null : toggle, close }
}

export type ContactShown = ReturnType<typeof useShown>
