import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { readRows } from '@/tables'
import { dayOf, momentOf } from '../dates'

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

/** Asks for all rows of a page at once. */
const sinceWhen = cache((payload: Payload) => {
  let ids: string[] = []
  let asked: Promise<Map<string, string>> | null = null
  return async (id: string) => {
    ids.push(id)
    asked ??= new Promise((ready) => setImmediate(ready)).then(() => {
      const all = ids
      ids = []
      asked = null
      return approvedAt(payload, all)
    })
    return (await asked).get(id)
  }
})

async function approvedAt(payload: Payload, entries: string[]): Promise<Map<string, string>> {
  const rows = await readRows(payload, {
    collection: 'publications',
    columns: ['entry', 'approvedAt'],
    where: { slot: { in: entries } },
    limit: 0,
  })
  return new Map(rows.map(({ entry, approvedAt }) => [String(entry), String(approvedAt)]))
}
