'use client'

import { useState, type DragEvent } from 'react'
import { type Children, dropOf, type Move, type Row } from './shape'
import type { ShownNode } from '@/workflow/tree/shownTree'

type Mark = { over: string; at: 'above' | 'below' | 'into' }

/** Native drag and drop: what would come of letting go is marked before, and nothing else is accepted. */
export function useDrag(nodes: readonly ShownNode[], onMove: (move: Move) => void) {
  const [dragged, setDragged] = useState<ShownNode | null>(null)
  const [mark, setMark] = useState<Mark | null>(null)
  const end = () => {
    setDragged(null)
    setMark(null)
  }
  const handlersOf = (node: ShownNode) => ({
    onDragStart: (event: DragEvent) => {
      setDragged(node)
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', node.name)
    },
    onDragOver: (event: DragEvent) => {
      const move = dragged && dropOf(nodes, dragged, node, halfOf(event))
      if (!move) return setMark(null)
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
      const at = move.parent === node.id ? 'into' : halfOf(event)
      if (mark?.over !== node.id || mark.at !== at) setMark({ over: node.id, at })
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      const move = dragged && dropOf(nodes, dragged, node, halfOf(event))
      end()
      if (move) onMove(move)
    },
    onDragEnd: end,
  })
  return { handlersOf, markOf: (id: string) => (mark?.over === id ? mark.at : null) }
}

function halfOf(event: DragEvent): 'above' | 'below' {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  return event.clientY < top + height / 2 ? 'above' : 'below'
}

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
