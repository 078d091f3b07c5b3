'use client'

import { useState, type DragEvent } from 'react'
import type { ShownNode } from '@/workflow/tree/shownTree'
import { dropOf, type Move } from './moving'

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
