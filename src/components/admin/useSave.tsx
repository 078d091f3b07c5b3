'use client'

import { useForm } from '@payloadcms/ui'
import { useState } from 'react'
import { ask } from './ask'
import { Conflict, type Text } from './Conflict'
import { useEntry } from './entry/EntryContext'
import { settled } from './settled'
import { useTexts } from './useTexts'

type Found = { mine: Text; theirs: Text }

/**
 * Saves the form. Payload's form forgets after a refusal that there is something to save; here it stays
 * marked, and where somebody else saved meanwhile both texts are shown side by side (`dialog`).
 */
export function useSave() {
  const entry = useEntry()
  const { language } = useTexts()
  const { submit, setModified, getData } = useForm()
  const [found, setFound] = useState<Found | null>(null)

  async function save(startedFrom?: number): Promise<boolean> {
    await settled(getData)
    const overrides = startedFrom === undefined ? {} : { startedFrom }
    const saved = await submit({ overrides })
    if (saved && 'res' in saved && saved.res.ok) {
      setFound(null)
      return true
    }
    setModified(true)
    if (entry) await compare(entry.library, entry.id)
    return false
  }

  async function compare(library: string, id: string) {
    const mine = getData() as Text
    const latest = await ask<Text>(`/api/${library}/${id}?depth=0`, { language })
    const isOther = latest.ok && latest.data.startedFrom !== mine.startedFrom
    if (isOther) setFound({ mine, theirs: latest.data })
  }

  const dialog = found && (
    <Conflict
      mine={found.mine}
      theirs={found.theirs}
      onClose={() => setFound(null)}
      onSave={() => void save(found.theirs.startedFrom)}
    />
  )
  return { save, dialog }
}
