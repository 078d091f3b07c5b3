import { useRef } from 'react'
import { isDistrict } from '@/access/districts'
import { deskCallTexts } from '@/i18n/deskCall'
import type { Language } from '@/i18n/language'
import type { TreeUnit } from '@/reading/readTree'
import { secondOf } from '@/shanghaiDay'
import { chooseByInitials } from './byInitials'
import type { Call } from './calls'
import { districtNamed } from './districtChosen'

type Props = {
  language: Language
  units: readonly TreeUnit[]
  calls: readonly Call[]
  /** The one on the desk. */
  call: Call
  onTurn: (id: string) => void
  /** @param isOver whether it is the one: whoever steps through them with the arrows says so with Enter */
  onDistrict: (district: string, isOver: boolean) => void
  onEnd: () => void
}

/** Where the caller's district is chosen. */
export const districtId = 'desk-district'

/** The calls of this tab, the one on the desk marked, with where its caller is. */
export function CallBar({ language, units, calls, call, onTurn, onDistrict, onEnd }: Props) {
  const texts = deskCallTexts[language]
  const isStepping = useRef(false)
  return (
    <section className="desk-calls" aria-label={texts.title}>
      <ul>
        {calls.map(({ id, at, district }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === call.id ? 'true' : undefined}
              onClick={() => onTurn(id)}
            >
              {texts.call(secondOf(at).slice(11, 16))}{' '}
              <span lang="zh-CN">{districtNamed(units, district)}</span>
            </button>
          </li>
        ))}
      </ul>
      {calls.length > 1 && <kbd title={texts.next}>F4</kbd>}
      {call.number && <span>{texts.number(call.number)}</span>}
      <label className="hidden" htmlFor={districtId}>
        {texts.district}
      </label>
      <select
        id={districtId}
        value={call.district}
        data-chosen={call.district ? '' : undefined}
        onPointerDown={() => (isStepping.current = false)}
        onKeyDown={(event) => {
          isStepping.current = /^([a-z]$|Arrow|Home|End|Page)/i.test(event.key) && !event.altKey
          if (chooseByInitials(event)) return
          if (event.key !== 'Enter') return
          event.preventDefault()
          onDistrict(event.currentTarget.value, true)
        }}
        onChange={({ target }) => onDistrict(target.value, !isStepping.current)}
      >
        <option value="">{texts.noDistrict}</option>
        {districtsIn(units).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <kbd title={texts.district}>F8</kbd>
      <button type="button" className="desk-copy" onClick={onEnd}>
        {texts.end} <kbd>F9</kbd>
      </button>
    </section>
  )
}

const districtsIn = (units: readonly TreeUnit[]): TreeUnit[] =>
  units.flatMap((unit) => (isDistrict(unit) ? [unit] : districtsIn(unit.units)))
