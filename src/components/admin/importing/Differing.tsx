'use client'

import { importPageTexts } from '@/i18n/importPage'
import { fieldNames } from '@/i18n/names'
import { useTexts } from '../useTexts'
import type { Overwrite, Row } from './batches'

type Props = {
  row: Row
  overwrite: Overwrite
  onOverwrite: (overwrite: Overwrite) => void
  /** Whether it is still to be chosen. */
  isOpen: boolean
}

/** What a person made of the entry beside what the sheet says; it is written over only where that is ticked. */
export function Differing({ row, overwrite, onOverwrite, isOpen }: Props) {
  const { language } = useTexts()
  const { differ } = importPageTexts[language]
  const { line, ours = {}, theirs = {} } = row
  const lines = overwrite === 'all' ? [] : overwrite
  const isTaken = overwrite === 'all' || lines.includes(line)
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])]
  return (
    <>
      <details>
        <summary>{differ.show}</summary>
        <dl className="zk-import__both">
          {fields.map((field) => (
            <div key={field}>
              <dt>{fieldNames[field]?.[language] ?? field}</dt>
              <dd>
                <strong>{differ.theirs}</strong>
                <p>{theirs[field] || '—'}</p>
              </dd>
              <dd>
                <strong>{differ.ours}</strong>
                <p>{ours[field] || '—'}</p>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {isOpen && (
        <label className="zk-check">
          <input
            type="checkbox"
            checked={isTaken}
            disabled={overwrite === 'all'}
            onChange={({ target }) =>
              onOverwrite(
                target.checked ? [...lines, line] : lines.filter((other) => other !== line),
              )
            }
          />
          <span>{differ.take(line)}</span>
        </label>
      )}
    </>
  )
}
