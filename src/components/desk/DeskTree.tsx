import { categoryName } from '@/components/entryWords'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import type { TreeUnit } from '@/reading/readTree'
import type { Question } from './deskQuestion'

type Picked = { unit: string; category: string }

type Props = {
  language: Language
  units: readonly TreeUnit[]
  question: Question
  isShown: boolean
  onToggle: () => void
  onPick: (picked: Picked) => void
}

/** The knowledge tree beside the box: opens unit by unit, and lists what was picked. */
export function DeskTree({ language, units, question, isShown, onToggle, onPick }: Props) {
  const texts = deskTexts[language]
  return (
    <nav className="desk-tree" aria-label={texts.tree}>
      <button
        type="button"
        className="desk-tree-toggle"
        aria-expanded={isShown}
        aria-controls="desk-tree"
        onClick={onToggle}
      >
        {isShown ? texts.hideTree : texts.showTree}
      </button>
      <div id="desk-tree" hidden={!isShown}>
        <Units language={language} units={units} question={question} onPick={onPick} />
      </div>
    </nav>
  )
}

type UnitsProps = Pick<Props, 'language' | 'units' | 'question' | 'onPick'>

function Units({ language, units, question, onPick }: UnitsProps) {
  return (
    <ul>
      {units.map((unit) => (
        <li key={unit.id}>
          <details>
            <summary>
              <span lang="zh-CN">{unit.name}</span>
              <span className="count">{unit.count}</span>
            </summary>
            <Leaves language={language} unit={unit} question={question} onPick={onPick} />
            {unit.units.length > 0 && (
              <Units language={language} units={unit.units} question={question} onPick={onPick} />
            )}
          </details>
        </li>
      ))}
    </ul>
  )
}

type LeavesProps = {
  language: Language
  unit: TreeUnit
  question: Question
  onPick: (picked: Picked) => void
}

function Leaves({ language, unit, question, onPick }: LeavesProps) {
  const leaves = [
    { key: '', name: deskTexts[language].everyCategory, count: unit.count },
    ...hotspotsOf(unit, language),
    ...unit.categories.map(({ key, name, count }) => ({
      key,
      name: categoryName({ key, name }, language),
      count,
    })),
  ]
  return (
    <ul className="desk-leaves">
      {leaves.map(({ key, name, count }) => (
        <li key={key}>
          <button
            type="button"
            aria-pressed={question.unit === unit.id && question.category === key}
            onClick={() => onPick({ unit: unit.id, category: key })}
          >
            <span>{name}</span>
            <span className="count">{count}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A county has no categories; its hotspots are its bodies' and its townships'. */
const hotspotsOf = ({ hotspots }: TreeUnit, language: Language) =>
  hotspots
    ? [{ key: 'hotspots', name: categoryName({ key: 'hotspots' }, language), count: hotspots }]
    : []
