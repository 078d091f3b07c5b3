'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/labelled'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import { QuestionDialog } from '../steps/QuestionDialog'
import type { ShownNode } from './shape'
import { useTree } from './useTree'

export function RenameNode({ node, onClose }: { node: ShownNode; onClose: () => void }) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const [name, setName] = useState(node.name)
  const [problem, setProblem] = useState('')
  const { change, isBusy } = useTree()

  async function rename() {
    const given = name.trim()
    setProblem(given === '' ? texts.nameMissing : '')
    if (given === '') return
    const changes = [{ path: `/${node.id}`, method: 'PATCH' as const, body: { name: given } }]
    const refusal = await change(changes, () => fill(texts.renamed, { name: given }))
    setProblem(refusal)
    if (!refusal) onClose()
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
