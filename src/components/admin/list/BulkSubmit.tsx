'use client'

import { Button, toast, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { refusalTexts } from '@/i18n/refusals'
import { ask } from '../ask'
import { useTexts } from '../useTexts'

type Row = { id: string; number: string; revision: number }
type Result = { id: string; ok: boolean; code?: keyof (typeof refusalTexts)['zh'] }

/** 提交审批 for all chosen rows; what is refused is named with its reason, the others go through. */
export function BulkSubmit({ library }: { library: string }) {
  const { texts, language } = useTexts()
  const { selectedIDs, count, toggleAll } = useSelection()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const words = dashboardTexts[language]

  async function submit() {
    setIsBusy(true)
    const rows = await read()
    const path = `/api/${library}/submit`
    const items = rows.map(({ id, revision }) => ({ id, revision }))
    const sent = await ask<{ results: Result[] }>(path, {
      method: 'POST',
      body: { items },
      language,
    })
    setIsBusy(false)
    if (!sent.ok) return void toast.error(sent.detail || texts.failed)
    const refused = sent.data.results.filter(({ ok }) => !ok)
    const done = sent.data.results.length - refused.length
    if (done > 0) toast.success(fill(words.submittedMany, { n: done }))
    for (const { id, code } of refused) {
      const number = rows.find((row) => row.id === id)?.number ?? ''
      const why = code ? refusalTexts[language][code] : null
      toast.error(`${number} ${why?.title ?? ''}：${why?.detail ?? ''}`)
    }
    toggleAll()
    router.refresh()
  }

  async function read(): Promise<Row[]> {
    const query = new URLSearchParams({ depth: '0', limit: '200' })
    query.set('where[id][in]', selectedIDs.join(','))
    for (const field of ['number', 'revision']) query.set(`select[${field}]`, 'true')
    const found = await ask<{ docs: Row[] }>(`/api/${library}?${query}`, { language })
    return found.ok ? found.data.docs : []
  }

  return (
    <div className="zk-bulk">
      <Button
        buttonStyle="primary"
        size="small"
        margin={false}
        disabled={count === 0 || isBusy}
        onClick={() => void submit()}
      >
        {fill(words.submitMany, { n: count })}
      </Button>
    </div>
  )
}
