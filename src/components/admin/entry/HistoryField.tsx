'use client'

import { useEntry } from './EntryContext'
import { History } from './History'

/** 办理记录 beside the form. */
export function HistoryField() {
  const entry = useEntry()
  if (!entry) return null
  const { library, id, stateSince, seesVersions } = entry
  return <History key={stateSince} library={library} id={id} seesVersions={seesVersions} />
}
