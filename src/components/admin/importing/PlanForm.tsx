'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { importPageTexts } from '@/i18n/importPage'
import type { Choice } from '@/workflow/tree/readUnits'
import { Table } from '../parts'
import { useTexts } from '../useTexts'
import { chosenOf, planSentBy, type Batch, type Chosen } from './batches'
import { Options } from './Options'
import { UnitsAsked } from './UnitsAsked'
import type { Take } from './useImport'

type Props = {
  batch: Batch
  units: readonly Choice[] | null
  take: Take
  /** What was chosen of an earlier dry run holds no more. */
  onPlanned: () => void
}

/** What each column holds, what becomes of units there are not, and what holds for all rows. */
export function PlanForm({ batch, units, take, onPlanned }: Props) {
  const { texts: shared, language } = useTexts()
  const texts = importPageTexts[language]
  const [chosen, setChosen] = useState(() => chosenOf(batch))
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function send() {
    setIsBusy(true)
    const outcome = await take('plan', planSentBy(chosen))
    if (outcome.ok) return onPlanned()
    setIsBusy(false)
    setProblem(outcome.detail || shared.failed)
  }
  const given = { batch, chosen, onChange: setChosen }
  return (
    <form
      className="zk-import__plan"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void send()
      }}
    >
      <Columns {...given} />
      {batch.unitsAsked.length > 0 && <UnitsAsked {...given} units={units} />}
      <Options {...given} />
      <p className="zk-error" role="alert">
        {problem}
      </p>
      <div className="zk-buttons zk-buttons--start">
        <Button type="submit" margin={false} disabled={isBusy}>
          {batch.state === 'read' ? texts.plan : texts.planAgain}
        </Button>
      </div>
    </form>
  )
}

export type PartProps = { batch: Batch; chosen: Chosen; onChange: (chosen: Chosen) => void }

function Columns({ batch, chosen, onChange }: PartProps) {
  const { language } = useTexts()
  const texts = importPageTexts[language]
  return (
    <section aria-labelledby="import-columns">
      <h2 id="import-columns">{texts.columns}</h2>
      <p className="zk-soft">{texts.columnsNote}</p>
      <Table heads={[texts.heading, texts.samples, texts.field]}>
        {batch.columns.map(({ heading, samples }) => (
          <tr key={heading}>
            <th scope="row">{heading}</th>
            <td data-label={texts.samples} className="zk-import__samples">
              {samples.length > 0
                ? samples.map((one) => <span key={one}>{one}</span>)
                : texts.nothing}
            </td>
            <td data-label={texts.field}>
              <select
                aria-label={texts.fieldOf(heading)}
                value={chosen.columns[heading] ?? ''}
                onChange={({ target }) =>
                  onChange({
                    ...chosen,
                    columns: { ...chosen.columns, [heading]: target.value || null },
                  })
                }
              >
                <option value="">{texts.noField}</option>
                {batch.fields.map((field) => (
                  <option key={field.key} value={field.key}>
                    {field[language]}
                    {field.isNeeded ? ' *' : ''}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
