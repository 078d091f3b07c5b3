import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { viewCounts } from '@/workflow/views/viewCounts'
import { askTogether } from './askTogether'

/** 阅读次数: how often the live text was opened, by agents, colleagues and citizens together. */
export async function ViewsCell({ rowData, payload }: DefaultServerCellComponentProps) {
  return <span>{(await countIn(payload)(String(rowData.id))) ?? 0}</span>
}

const countIn = cache((payload: Payload) => askTogether((ids) => viewCounts(payload, ids)))
