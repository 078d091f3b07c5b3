'use client'

import { handoverTexts } from '@/i18n/people'
import { sharedTexts } from '@/i18n/shared'
import { stateNameOf } from '@/i18n/steps'
import type { Kept } from '@/workflow/accounts/keeping/keptBy'
import { useTexts } from '../useTexts'

type Props = {
  kept: readonly Kept[]
  /** What stays where it is. */
  left: ReadonlySet<string>
  onChange: (left: ReadonlySet<string>) => void
}

/** The entries that go along, each to be left out; who keeps accounts sees numbers and no titles. */
export function KeptTable({ kept, left, onChange }: Props) {
  const { language } = useTexts()
  const texts = handoverTexts[language]
  const isAll = left.size === 0
  const hasTitles = kept.some(({ title }) => title !== null)
  const toggle = (id: string) =>
    onChange(new Set(left.has(id) ? [...left].filter((one) => one !== id) : [...left, id]))
  return (
    <table className="zk-table">
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              aria-label={texts.all}
              checked={isAll}
              onChange={() => onChange(new Set(isAll ? kept.map(({ id }) => id) : []))}
            />
          </th>
          <th scope="col">{texts.number}</th>
          {hasTitles && <th scope="col">{texts.titleOf}</th>}
          <th scope="col">{texts.library}</th>
          <th scope="col">{texts.state}</th>
        </tr>
      </thead>
      <tbody>
        {kept.map(({ id, number, title, library, state }) => (
          <tr key={id}>
            <td>
              <input
                type="checkbox"
                aria-label={number}
                checked={!left.has(id)}
                onChange={() => toggle(id)}
              />
            </td>
            <th scope="row">{number}</th>
            {hasTitles && (
              <td data-label={texts.titleOf}>
                {title !== null && <a href={`/admin/collections/${library}/${id}`}>{title}</a>}
              </td>
            )}
            <td data-label={texts.library}>{sharedTexts[language].library[library]}</td>
            <td data-label={texts.state}>
              <span className={`zk-state zk-state--${state}`}>
                {stateNameOf(library, state)[language]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
