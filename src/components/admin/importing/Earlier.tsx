'use client'

import { Link } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { importPageTexts } from '@/i18n/importPage'
import { sharedTexts } from '@/i18n/shared'
import { secondOf } from '@/shanghaiDay'
import { useAnswer } from '../ask'
import { wholeNumber } from '../list/libraryAsked'
import { Empty, Pages, Table } from '../parts'
import { useTexts } from '../useTexts'
import { batchAddress, importPath, pageSize, type Batch } from './batches'

/** The imports there were, the latest first; of the centre those of all units. */
export function Earlier() {
  const { language } = useTexts()
  const texts = importPageTexts[language]
  const page = wholeNumber(useSearchParams().get('page'), 1)
  const { data, problem } = useAnswer<{ docs: Batch[]; total: number }>(`/api/imports?page=${page}`)
  return (
    <section aria-labelledby="import-earlier">
      <h2 id="import-earlier">{texts.earlier}</h2>
      {problem && (
        <p className="zk-error" role="alert">
          {problem}
        </p>
      )}
      {!data && !problem && <p role="status">{texts.loading}</p>}
      {data && data.docs.length === 0 && <Empty said={texts.none} />}
      {data && data.docs.length > 0 && (
        <Table
          heads={[
            texts.name,
            sharedTexts[language].libraryLabel,
            texts.at,
            texts.by,
            texts.state,
            texts.came,
          ]}
        >
          {data.docs.map((batch) => (
            <tr key={batch.id}>
              <th scope="row">
                <Link href={batchAddress(batch.id)} prefetch={false}>
                  {batch.name}
                </Link>
              </th>
              <td data-label={sharedTexts[language].libraryLabel}>
                {sharedTexts[language].library[batch.library]}
              </td>
              <td data-label={texts.at}>{secondOf(batch.at)}</td>
              <td data-label={texts.by}>{batch.by.name}</td>
              <td data-label={texts.state}>{texts.states[batch.state]}</td>
              <td data-label={texts.came}>
                {batch.state === 'read' || batch.state === 'planning'
                  ? '—'
                  : texts.cameOf(batch.counts.done, batch.counts.refused)}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Pages
        {...{ address: importPath, search: new URLSearchParams(), page, language }}
        last={Math.ceil((data?.total ?? 0) / pageSize)}
      />
    </section>
  )
}
