'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import { QuestionDialog } from '../steps/QuestionDialog'
import type { ShownNode } from './shape'
import type { TreeChanges } from './useTree'

type Props = { node: ShownNode; tree: TreeChanges; onClose: (isDone?: boolean) => void }

export function RenameNode({ node, tree, onClose }: Props) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const [name, setName] = useState(node.name)
  const [problem, setProblem] = useState('')
  const { change, isBusy } = tree

  async function rename() {
    const given = name.trim()
    setProblem(given === '' ? texts.nameMissing : '')
    if (given === '') return
    const to = (name: string) => ({ path: `/${node.id}`, method: 'PATCH' as const, body: { name } })
    const refusal = await change({
      changes: [to(given)],
      said: () => fill(texts.renamed, { name: given }),
      undo: [to(node.name)],
    })
    setProblem(refusal)
    if (!refusal) onClose(true)
  }
  return (
    <QuestionDialog
      title={labelled(language, texts.rename, node.name)}
      problem={problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => void rename()}
    >
      <label>
        {texts.name}
        <input
          name="name"
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
    </QuestionDialog>
  )
}
