'use client'

import { useState } from 'react'
import type { CategoryKey } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { categoryNames } from '@/i18n/names'
import { labelled } from '@/i18n/language'
import { formNames, kindNames, treeTexts } from '@/i18n/treeTexts'
import type { ShownNode } from '@/workflow/tree/shownTree'
import { useTexts } from '../useTexts'
import { NameField, NodeQuestion, type OnClose } from './NodeQuestion'
import { categoriesLeft, kindsBelow, type Kind } from './shape'
import type { TreeChanges } from './useTree'

type Props = {
  parent: ShownNode | null
  tree: TreeChanges
  onClose: OnClose
}

/** A new unit gets its standard categories by itself; a category takes the standard name unless given one. */
export function AddNode({ parent, tree, onClose }: Props) {
  const { nodes } = tree
  const { language } = useTexts()
  const texts = treeTexts[language]
  const kinds = kindsBelow(nodes, parent)
  const keys = parent ? categoriesLeft(nodes, parent) : []
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'category')
  const [name, setName] = useState('')
  const [form, setForm] = useState<keyof typeof formNames>('municipal')
  const [category, setCategory] = useState<CategoryKey>(keys[0] ?? 'details')
  const isCategory = kind === 'category'
  const given = name.trim() || (isCategory ? categoryNames[category].zh : '')

  function add() {
    const body = {
      ...{ kind, name: given, parent: parent?.id ?? null, order: 100 },
      ...(isCategory ? { category } : {}),
      ...(kind === 'department' && !parent ? { form } : {}),
    }
    const said = () => fill(texts.added, { name: given })
    return tree.change({ changes: [{ path: '', method: 'POST', body }], said })
  }
  return (
    <NodeQuestion
      {...{ tree, onClose }}
      title={parent ? labelled(language, texts.addBelow, parent.name) : texts.addTop}
      missing={given === '' ? texts.nameMissing : ''}
      change={add}
    >
      {kinds.length > 1 && (
        <label>
          {texts.kind}
          <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {kinds.map((value) => (
              <option key={value} value={value}>
                {kindNames[value][language]}
              </option>
            ))}
          </select>
        </label>
      )}
      {isCategory && (
        <label>
          {texts.category}
          <select
            value={category}
            onChange={(event) => setCategory(event.target.value as CategoryKey)}
          >
            {keys.map((value) => (
              <option key={value} value={value}>
                {categoryNames[value][language]}
              </option>
            ))}
          </select>
        </label>
      )}
      <NameField
        value={name}
        placeholder={isCategory ? categoryNames[category].zh : ''}
        onChange={setName}
      />
      {kind === 'department' && !parent && (
        <label>
          {texts.form}
          <select value={form} onChange={(event) => setForm(event.target.value as typeof form)}>
            {(Object.keys(formNames) as (typeof form)[]).map((value) => (
              <option key={value} value={value}>
                {formNames[value][language]}
              </option>
            ))}
          </select>
        </label>
      )}
    </NodeQuestion>
  )
}
