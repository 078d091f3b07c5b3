'use client'

import { useEntry } from './EntryContext'
import { History } from './History'

/** 办理记录 beside the form. */
export function HistoryField() {
  const entry = useEntry()
  if (!entry) return null
  return <History key={entry.stateSince} library={entry.library} id={entry.id} />
}
