import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { readRows } from '@/tables'
import { dayOf, momentOf } from '../dates'
import { askTogether } from './askTogether'

/** 发布时间: since when readers have the text that is online. */
export async function PublishedCell({ rowData, payload }: DefaultServerCellComponentProps) {
  const since = await sinceWhen(payload)(String(rowData.id))
  if (!since) return <span>—</span>
  return (
    <time dateTime={since} title={momentOf(since)} className="zk-day">
      {dayOf(since)}
    </time>
  )
}

const sinceWhen = cache((payload: Payload) => askTogether((ids) => approvedAt(payload, ids)))

async function approvedAt(payload: Payload, entries: string[]): Promise<Map<string, string>> {
  const rows = await readRows(payload, {
    collection: 'publications',
    columns: ['entry', 'approvedAt'],
    where: { slot: { in: entries } },
    limit: 0,
  })
  return new Map(rows.map(({ entry, approvedAt }) => [String(entry), String(approvedAt)]))
}
