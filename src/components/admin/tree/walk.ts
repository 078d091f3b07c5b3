import type { Children, Row } from './shape'

type Walked = {
  rows: readonly Row[]
  current: Row
  children: Children
  open: ReadonlySet<string>
}

/** Where a key leads in the ARIA tree pattern: to another row, or this one opened or closed. */
export function walk(
  key: string,
  { rows, current, children, open }: Walked,
): { to: string } | { id: string; isOpen: boolean } | null {
  const index = rows.indexOf(current)
  const { id, parent } = current.node
  const hasChildren = children.has(id)
  const isOpen = open.has(id)
  const to = (row: Row | undefined) => (row ? { to: row.node.id } : null)
  switch (key) {
    case 'ArrowDown':
      return to(rows[index + 1])
    case 'ArrowUp':
      return to(rows[index - 1])
    case 'Home':
      return to(rows[0])
    case 'End':
      return to(rows.at(-1))
    case 'ArrowRight':
      if (!hasChildren) return null
      return isOpen ? to(rows[index + 1]) : { id, isOpen: true }
    case 'ArrowLeft':
      if (isOpen) return { id, isOpen: false }
      return parent ? { to: parent } : null
    case 'Enter':
    case ' ':
      return hasChildren ? { id, isOpen: !isOpen } : null
    default:
      return null
  }
}
