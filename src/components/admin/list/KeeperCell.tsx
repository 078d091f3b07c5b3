import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { namesOf } from '@/workflow/namesOf'
import { askTogether } from './askTogether'

/** The name of who looks after an entry. */
export async function KeeperCell({ cellData, payload }: DefaultServerCellComponentProps) {
  if (!cellData) return <span>—</span>
  return <span>{(await nameIn(payload)(String(cellData))) ?? '—'}</span>
}

const nameIn = cache((payload: Payload) => askTogether((ids) => namesOf(payload, ids)))
