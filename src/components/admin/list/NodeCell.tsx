import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { idOf } from '@/access/actor'
import { namesOf } from '@/workflow/namesOf'
import { askTogether } from './askTogether'

/** The name of a category or unit. */
export async function NodeCell({ cellData, payload }: DefaultServerCellComponentProps) {
  const id = idOf(cellData)
  return <span>{(id && (await nameIn(payload)(id))) || '—'}</span>
}

const nameIn = cache((payload: Payload) => askTogether((ids) => namesOf(payload, ids, 'nodes')))
