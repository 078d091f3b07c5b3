'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { handoverTexts } from '@/i18n/people'
import { useTexts } from '../useTexts'
import { HandoverResult } from './HandoverResult'
import { KeptTable } from './KeptTable'
import type { Heir } from './readKeepers'
import { useHandover } from './useHandover'

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
