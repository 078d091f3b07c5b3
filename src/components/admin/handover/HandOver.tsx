'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { handoverTexts } from '@/i18n/people'
import { sharedTexts } from '@/i18n/shared'
import { stateNameOf } from '@/i18n/steps'
import type { Kept } from '@/workflow/accounts/keeping/handOver'
import { useTexts } from '../useTexts'
import { HandoverResult, useHandover } from './HandoverResult'
import type { Heir } from '@/workflow/accounts/keeping/readKeepers'

type Props = { from: string | null; heirs: Heir[] }

/** What somebody keeps, all of it chosen; one button hands it over, with progress and a result each. */
export function HandOver({ from, heirs }: Props) {
  const { texts: common, language } = useTexts()
  const texts = handoverTexts[language]
  const router = useRouter()
  const { kept, problem, progress, outcome, handOver } = useHandover(from)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [to, setTo] = useState('')
  const [heirName, setHeirName] = useState('')
  const [missing, setMissing] = useState('')
  const chosen = (kept ?? []).filter(({ id }) => !left.has(id))

  async function start() {
    const lack = to === '' ? texts.chooseHeir : chosen.length === 0 ? texts.chooseSome : ''
    setMissing(lack)
    if (lack) return
    setHeirName(heirs.find(({ id }) => id === to)?.name ?? '')
    await handOver(chosen, to)
    router.refresh()
  }
  if (problem) return <p className="zk-error">{problem}</p>
  if (!kept) return <p className="zk-soft">{common.loading}</p>
  return (
    <section className="zk-handover">
      <HandoverResult progress={progress} outcome={outcome} name={heirName} />
      {kept.length > 0 && heirs.length === 0 && <p className="zk-notice">{texts.noHeir}</p>}
      {kept.length > 0 && heirs.length > 0 && (
        <form
          className="zk-filters"
          onSubmit={(event) => {
            event.preventDefault()
            void start()
          }}
        >
          <label>
            {texts.to}
            <select name="to" value={to} onChange={(event) => setTo(event.target.value)}>
              <option value="">{texts.choose}</option>
              {heirs.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Button type="submit" size="small" margin={false} disabled={progress !== null}>
            {texts.handOver}
          </Button>
          <span className="zk-soft" aria-live="polite">
            {fill(texts.chosen, { n: chosen.length, of: kept.length })}
          </span>
          <span className="zk-error" role="alert">
            {missing}
          </span>
        </form>
      )}
      {kept.length > 0 && <KeptTable kept={kept} left={left} onChange={setLeft} />}
    </section>
  )
}

type TableProps = {
  kept: readonly Kept[]
  /** What stays where it is. */
  left: ReadonlySet<string>
  onChange: (left: ReadonlySet<string>) => void
}

/** The entries that go along, each to be left out; who keeps accounts sees numbers and no titles. */
function KeptTable({ kept, left, onChange }: TableProps) {
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
