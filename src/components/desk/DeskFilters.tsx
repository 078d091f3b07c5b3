import { categoryKeys, libraries } from '@/access/rules'
import { categoryName } from '@/components/categoryName'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { findUnit } from '@/reading/findUnit'
import type { TreeUnit } from '@/reading/readTree'
import type { DeskPerson } from './DeskHeader'
import type { Question } from './deskQuestion'

type Props = {
  language: Language
  person: DeskPerson
  units: readonly TreeUnit[]
  question: Question
  onChange: (part: Partial<Question>) => void
}

/** Unit (the own one first), category, library. */
export function DeskFilters({ language, person, units, question, onChange }: Props) {
  const texts = deskTexts[language]
  const shared = sharedTexts[language]
  const chosen = question.unit ? findUnit(units, question.unit) : null
  const isElsewhere = chosen && chosen.id !== person.unit
  return (
    <div className="desk-filters" role="group" aria-label={texts.filters}>
      <select
        aria-label={shared.unit}
        value={question.unit}
        onChange={(event) => onChange({ unit: event.target.value })}
      >
        <option value="">{texts.everyUnit}</option>
        {person.unitName && (
          <option value={person.unit}>{`${texts.ownUnit} · ${person.unitName}`}</option>
        )}
        {isElsewhere && <option value={chosen.id}>{chosen.name}</option>}
        <UnitOptions units={units.filter(({ id }) => id !== person.unit && id !== chosen?.id)} />
      </select>
      <select
        aria-label={shared.categoryLabel}
        value={question.category}
        onChange={(event) => onChange({ category: event.target.value })}
      >
        <option value="">{texts.everyCategory}</option>
        {categoryKeys.map((key) => (
          <option key={key} value={key}>
            {categoryName({ key }, language)}
          </option>
        ))}
      </select>
      <select
        aria-label={shared.libraryLabel}
        value={question.library}
        onChange={(event) => onChange({ library: event.target.value })}
      >
        <option value="">{texts.everyLibrary}</option>
        {libraries.map((library) => (
          <option key={library} value={library}>
            {shared.library[library]}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The first level; what lies below is included, and the tree beside leads to each. */
function UnitOptions({ units }: { units: readonly TreeUnit[] }) {
  return units.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
}
