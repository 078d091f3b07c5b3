'use client'

import { useState } from 'react'
import { taskTexts } from '@/i18n/tasks'
import type { Choice } from '@/workflow/tree/readUnits'
import { useTexts } from '../useTexts'

type Props = {
  units: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** Any number of units, each by a tap, those of a county at once; a list of several would need a keyboard. */
export function UnitChecks({ units, chosen, onChange }: Props) {
  const texts = taskTexts[useTexts().language]
  const [sought, setSought] = useState('')
  const found = units.filter(
    ({ name, group }) =>
      // A county's own matters are its office's, which is asked by its name.
      name !== group && `${group ?? ''}${name}`.includes(sought.trim()),
  )
  const groups = [...new Set(found.map(({ group }) => group))]
  const toggle = (ids: readonly string[], isOn: boolean) =>
    onChange([...chosen.filter((id) => !ids.includes(id)), ...(isOn ? ids : [])])
  return (
    <fieldset className="zk-choices">
      <legend>{texts.requestUnits(chosen.length)}</legend>
      <input
        type="search"
        aria-label={texts.findUnit}
        placeholder={texts.findUnit}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div className="zk-checks" tabIndex={0} role="group" aria-label={texts.findUnit}>
        {groups.map((group) => {
          const own = found.filter((unit) => unit.group === group)
          return (
            <div key={group}>
              {group !== null && own.length > 1 && (
                <Check
                  name={texts.allOf(group)}
                  isOn={own.every(({ id }) => chosen.includes(id))}
                  onChange={(isOn) =>
                    toggle(
                      own.map(({ id }) => id),
                      isOn,
                    )
                  }
                />
              )}
              {own.map(({ id, name }) => (
                <Check
                  key={id}
                  name={name}
                  isBelow={group !== null}
                  isOn={chosen.includes(id)}
                  onChange={(isOn) => toggle([id], isOn)}
                />
              ))}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

type CheckProps = {
  name: string
  isOn: boolean
  isBelow?: boolean
  onChange: (isOn: boolean) => void
}

const Check = ({ name, isOn, isBelow = false, onChange }: CheckProps) => (
  <label className={isBelow ? 'zk-checks__below' : undefined}>
    <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
    {name}
  </label>
)
