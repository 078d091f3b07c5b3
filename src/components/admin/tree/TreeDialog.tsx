'use client'

import { useState } from 'react'
import type { CategoryKey } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { categoryNames } from '@/i18n/names'
import { formNames, kindNames, treeTexts } from '@/i18n/treeTexts'
import type { ShownNode } from '@/workflow/tree/shownTree'
import { useTexts } from '../useTexts'
import { MergeNode, MoveNode } from './MoveNode'
import { NameField, NodeQuestion, type OnClose } from './NodeQuestion'
import { categoriesLeft, type Kind, kindsBelow, type Move } from './shape'
import type { TreeChanges } from './useTree'

export type Action = 'add' | 'rename' | 'move' | 'merge' | 'delete'

/** What is asked about which node; below null a node of the first level is added. */
export type Asked =
  | { action: 'add'; node: ShownNode | null }
  | { action: 'move'; node: ShownNode; move?: Move }
  | { action: Exclude<Action, 'add' | 'move'>; node: ShownNode }

type TreeDialogProps = {
  asked: Asked
  tree: TreeChanges
  onClose: OnClose
}

export function TreeDialog({ asked, ...given }: TreeDialogProps) {
  switch (asked.action) {
    case 'add':
      return <AddNode parent={asked.node} {...given} />
    case 'rename':
      return <RenameNode node={asked.node} {...given} />
    case 'move':
      return <MoveNode node={asked.node} move={asked.move} {...given} />
    case 'merge':
      return <MergeNode node={asked.node} {...given} />
    case 'delete':
      return <DeleteNode node={asked.node} {...given} />
  }
}

type NodeProps = { node: ShownNode; tree: TreeChanges; onClose: OnClose }

function RenameNode({ node, tree, onClose }: NodeProps) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const [name, setName] = useState(node.name)
  const given = name.trim()
  const to = (name: string) => ({ path: `/${node.id}`, method: 'PATCH' as const, body: { name } })
  return (
    <NodeQuestion
      {...{ tree, onClose }}
      title={labelled(language, texts.rename, node.name)}
      missing={given === '' ? texts.nameMissing : ''}
      change={() =>
        tree.change({
          changes: [to(given)],
          said: () => fill(texts.renamed, { name: given }),
          undo: [to(node.name)],
        })
      }
    >
      <NameField value={name} onChange={setName} />
    </NodeQuestion>
  )
}

function DeleteNode({ node, tree, onClose }: NodeProps) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  return (
    <NodeQuestion
      {...{ tree, onClose }}
      title={labelled(language, texts.remove, node.name)}
      change={() =>
        tree.change({
          changes: [{ path: `/${node.id}`, method: 'DELETE' }],
          said: () => fill(texts.removed, { name: node.name }),
        })
      }
    >
      <p>{fill(texts.removeText, { name: node.name })}</p>
    </NodeQuestion>
  )
}

type AddNodeProps = {
  parent: ShownNode | null
  tree: TreeChanges
  onClose: OnClose
}

/** A new unit gets its standard categories by itself; a category takes the standard name unless given one. */
function AddNode({ parent, tree, onClose }: AddNodeProps) {
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
