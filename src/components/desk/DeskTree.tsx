import { type KeyboardEvent, useRef, useState } from 'react'
import { categoryName } from '@/components/entryWords'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import type { TreeUnit } from '@/reading/readTree'
import type { Question } from './deskQuestion'
import { rowsOf, unitsAbove, type TreeRow } from './treeRows'

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
        {isShown && <Rows {...{ language, units, question, onPick }} />}
      </div>
    </nav>
  )
}

type RowsProps = Pick<Props, 'language' | 'units' | 'question' | 'onPick'>

/** The tree of the ARIA practices: one stop for Tab, along and into it by the arrows, Enter picks. */
function Rows({ language, units, question, onPick }: RowsProps) {
  const tree = useRef<HTMLUListElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set(unitsAbove(units, question.unit)),
  )
  const rows = rowsOf(units, opened)
  const picked = `${question.unit} ${question.category}`
  const [stop, setStop] = useState(picked)
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === stop),
  )

  const goTo = (to: number) => {
    const row = rows[to]
    if (!row) return
    setStop(row.id)
    tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[to]?.focus()
  }
  const toggle = ({ unit }: TreeRow, isOpen: boolean) =>
    setOpened((now) => {
      const next = new Set(now)
      if (isOpen) next.add(unit)
      else next.delete(unit)
      return next
    })
  const pick = (row: TreeRow) => {
    setStop(row.id)
    if (row.isOpen === false) toggle(row, true)
    onPick({ unit: row.unit, category: row.category })
  }
  const pressed = (event: KeyboardEvent) => {
    const row = rows[at]
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    const above = rows.findLastIndex(({ level }, place) => place < at && level < row.level)
    const acts: Record<string, () => void> = {
      ArrowDown: () => goTo(at + 1),
      ArrowUp: () => goTo(at - 1),
      ArrowRight: () => (row.isOpen === false ? toggle(row, true) : row.isOpen && goTo(at + 1)),
      ArrowLeft: () => (row.isOpen ? toggle(row, false) : goTo(above)),
      Home: () => goTo(0),
      End: () => goTo(rows.length - 1),
      Enter: () => pick(row),
      ' ': () => pick(row),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <ul ref={tree} role="tree" aria-label={deskTexts[language].tree} onKeyDown={pressed}>
      {rows.map((row, place) => (
        <li
          key={row.id}
          role="treeitem"
          aria-level={row.level}
          aria-setsize={row.size}
          aria-posinset={row.place}
          aria-expanded={row.isOpen ?? undefined}
          aria-selected={row.id === picked}
          tabIndex={place === at ? 0 : -1}
          style={{ paddingLeft: `${0.4 + 0.9 * (row.level - 1)}rem` }}
          onClick={() => pick(row)}
          onFocus={() => setStop(row.id)}
        >
          <span
            className="desk-tree-mark"
            aria-hidden="true"
            onClick={(event) => {
              if (row.isOpen === null) return
              // Opens without asking anything.
              event.stopPropagation()
              setStop(row.id)
              toggle(row, !row.isOpen)
            }}
          >
            {row.isOpen === null ? '' : row.isOpen ? '▾' : '▸'}
          </span>
          <span className="desk-tree-name" lang={row.key ? undefined : 'zh-CN'}>
            {row.key ? categoryName({ key: row.key, name: row.name }, language) : row.name}
          </span>{' '}
          <span className="count">{row.count}</span>
        </li>
      ))}
    </ul>
  )
}
