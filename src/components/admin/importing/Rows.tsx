'use client'

import { Link } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { importPageTexts } from '@/i18n/importPage'
import { resultTexts } from '@/i18n/importSheets'
import { useAnswer } from '../ask'
import { wholeNumber } from '../list/libraryAsked'
import { Count, Empty, Pages, Table } from '../parts'
import { useTexts } from '../useTexts'
import { batchAddress, importPath, pageSize, type Batch, type Overwrite, type Row } from './batches'
import { Differing } from './Differing'

const outcomes = ['new', 'changed', 'differs', 'unchanged', 'refused'] as const

type Props = {
  batch: Batch
  overwrite: Overwrite
  onOverwrite: (overwrite: Overwrite) => void
}

/** The rows of the sheet, by their own numbers, and what becomes or became of each; narrowed by the address. */
export function Rows({ batch, overwrite, onOverwrite }: Props) {
  const { language } = useTexts()
  const texts = importPageTexts[language]
  const search = useSearchParams()
  const outcome = outcomes.find((one) => one === search.get('outcome')) ?? null
  const page = wholeNumber(search.get('page'), 1)
  const query = new URLSearchParams({ ...(outcome && { outcome }), page: String(page) })
  const { data, problem } = useAnswer<{ docs: Row[]; total: number }>(
    `/api/imports/${batch.id}/rows?${query}`,
    `${batch.state} ${batch.progress?.done ?? ''}`,
  )
  const kept = new URLSearchParams({ batch: batch.id, ...(outcome && { outcome }) })
  return (
    <section aria-label={texts.outcome}>
      <Filter {...{ batch, outcome }} />
      {outcome === 'differs' && batch.state === 'planned' && batch.counts.differs > 0 && (
        <p>
          {texts.differ.note}{' '}
          <label className="zk-check">
            <input
              type="checkbox"
              checked={overwrite === 'all'}
              onChange={({ target }) => onOverwrite(target.checked ? 'all' : [])}
            />
            <span>{texts.differ.takeAll}</span>
          </label>
        </p>
      )}
      {problem && (
        <p className="zk-error" role="alert">
          {problem}
        </p>
      )}
      {data && data.docs.length === 0 && <Empty said={texts.noneHere} />}
      {data && data.docs.length > 0 && (
        <Table heads={[texts.line, texts.title, texts.unit, texts.outcome, texts.said]}>
          {data.docs.map((row) => (
            <OneRow key={row.line} {...{ row, batch, overwrite, onOverwrite }} />
          ))}
        </Table>
      )}
      <Pages
        {...{ address: importPath, search: kept, page, language }}
        last={Math.ceil((data?.total ?? 0) / pageSize)}
      />
    </section>
  )
}

function Filter({ batch, outcome }: { batch: Batch; outcome: string | null }) {
  const { language } = useTexts()
  const texts = importPageTexts[language]
  const all = outcomes.reduce((sum, one) => sum + batch.counts[one], 0)
  const chips = [
    { key: null, name: texts.all, n: all },
    ...outcomes.map((key) => ({
      key,
      name: resultTexts.outcomes[key][language],
      n: batch.counts[key],
    })),
  ]
  return (
    <nav className="zk-filter" aria-label={texts.counts}>
      {chips.map(({ key, name, n }) => (
        <Link
          key={name}
          href={`${batchAddress(batch.id)}${key ? `&outcome=${key}` : ''}`}
          prefetch={false}
          scroll={false}
          aria-current={key === outcome ? 'page' : undefined}
        >
          {name} <Count n={n} />
        </Link>
      ))}
    </nav>
  )
}

function OneRow({ row, batch, overwrite, onOverwrite }: Props & { row: Row }) {
  const { language } = useTexts()
  const texts = importPageTexts[language]
  const result = row.result
    ? resultTexts.results[row.result][language]
    : resultTexts.outcomes[row.outcome][language]
  const isBad = row.result === 'failed' || (!row.result && row.outcome === 'refused')
  return (
    <tr data-outcome={row.outcome}>
      <td data-label={texts.line}>{row.line}</td>
      <th scope="row" data-label={texts.title}>
        {row.title || texts.nothing} {row.number && <span className="zk-soft">{row.number}</span>}
      </th>
      <td data-label={texts.unit}>{row.unit || '—'}</td>
      <td data-label={texts.outcome}>
        <span className={`zk-tag${isBad ? ' zk-tag--late' : ''}`}>{result}</span>
      </td>
      <td data-label={texts.said} className="zk-import__said">
        {row.said.length === 0 && row.similar.length === 0 && '—'}
        {row.said.map((one) => (
          <span key={one.zh}>{one[language]}</span>
        ))}
        {row.similar.length > 0 && (
          <span className="zk-soft">
            {texts.similarTo}
            {row.similar.map(({ number, title }) => `${number} ${title}`).join('；')}
          </span>
        )}
        {row.outcome === 'differs' && (
          <Differing {...{ row, overwrite, onOverwrite }} isOpen={batch.state === 'planned'} />
        )}
      </td>
    </tr>
  )
}
