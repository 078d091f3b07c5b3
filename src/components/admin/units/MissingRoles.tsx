import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { roleNames } from '@/i18n/names'
import { unitTexts } from '@/i18n/unitTexts'
import type { UnitFacts } from './readUnits'

type Props = { unit: UnitFacts; language: Language }

/** Roles nobody of the unit holds, and who decides then. */
export function MissingRoles({ unit, language }: Props) {
  const texts = unitTexts[language]
  if (unit.kind === 'region') return <span className="zk-soft">—</span>
  if (unit.missing.length === 0) return <span className="zk-soft">{texts.complete}</span>
  const who = unit.deputy ? fill(texts.deputy, { unit: unit.deputy }) : texts.undecided
  return (
    <>
      {unit.missing.map((role) => (
        <span key={role} className="zk-state zk-state--returned">
          {fill(texts.lacks, { role: roleNames[role][language] })}
        </span>
      ))}
      {unit.missing.includes('approver') && <span className="zk-soft"> {who}</span>}
    </>
  )
}
