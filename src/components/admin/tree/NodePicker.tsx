'use client'

import { treeTexts } from '@/i18n/treeTexts'
import type { ShownNode } from '@/workflow/tree/shownTree'
import { useTexts } from '../useTexts'
import { pathOf } from './shape'

type Props = {
  label: string
  value: string
  choices: readonly ShownNode[]
  nodes: readonly ShownNode[]
  onChoose: (id: string) => void
}

/** One of several nodes, each named by its whole path. */
export function NodePicker({ label, value, choices, nodes, onChoose }: Props) {
  const texts = treeTexts[useTexts().language]
  return (
    <label>
      {label}
      <select name="node" value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{texts.pick}</option>
        {choices.map((node) => (
          <option key={node.id} value={node.id}>
            {pathOf(nodes, node)}
          </option>
        ))}
      </select>
    </label>
  )
}
