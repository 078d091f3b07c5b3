'use client'

import { type ReactNode, useState } from 'react'
import { libraries } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { treeTexts } from '@/i18n/treeTexts'
import type { ShownNode } from '@/workflow/tree/shownTree'
import type { Deciders, Touched } from '@/workflow/tree/touched'
import { useAnswer } from '../ask'
import { useTexts } from '../useTexts'
import { NodeQuestion, type OnClose } from './NodeQuestion'
import { mergeTargets, type Move, moveTargets, pathOf, placingsOf } from './shape'
import type { TreeChanges } from './useTree'

type MoveNodeProps = { node: ShownNode; tree: TreeChanges; onClose: OnClose }

/** A county's body or township goes to another county; its entries go along. */
export function MoveNode({ move, ...given }: MoveNodeProps & { move?: Move }) {
  const texts = treeTexts[useTexts().language]
  const { node, tree, onClose } = given
  const { nodes, place } = tree
  return (
    <PickNode
      {...given}
      name={texts.move}
      label={texts.to}
      choices={moveTargets(nodes, node)}
      // Where it was let go, when it was dragged.
      start={move?.parent ?? ''}
      change={(parent) => {
        const before = move?.parent === parent ? move.before : null
        const placings = placingsOf(nodes, { node, parent, before })
        return place(placings, fill(texts.moved, { name: node.name }))
      }}
      onClose={onClose}
    />
  )
}

/** Everything of a node goes to another of its kind, and the node is removed. */
export function MergeNode({ node, tree, onClose }: MoveNodeProps) {
  const texts = treeTexts[useTexts().language]
  const { nodes, change } = tree
  return (
    <PickNode
      {...{ node, tree }}
      name={texts.merge}
      label={texts.into}
      choices={mergeTargets(nodes, node)}
      change={(into) => {
        const name = nodes.find(({ id }) => id === into)?.name ?? ''
        return change({
          changes: [{ path: `/${node.id}/merge`, method: 'POST', body: { into } }],
          said: ({ moved }: { moved: number }) => fill(texts.merged, { name, n: moved }),
        })
      }}
      // The node it is in then was there before, and is as open as it was.
      onClose={(isDone) => onClose(isDone)}
    >
      <p>{fill(texts.mergeText, { name: node.name })}</p>
    </PickNode>
  )
}

type PickProps = MoveNodeProps & {
  name: string
  label: string
  choices: readonly ShownNode[]
  start?: string
  change: (picked: string) => Promise<string>
  children?: ReactNode
}

/** Another node is picked, and before anything is done what would follow is told. */
function PickNode({ node, name, label, choices, start = '', change, ...given }: PickProps) {
  const { language } = useTexts()
  const [picked, setPicked] = useState(start)
  const { tree, onClose, children } = given
  return (
    <NodeQuestion
      {...{ tree, onClose }}
      title={labelled(language, name, node.name)}
      missing={picked === '' ? treeTexts[language].pickMissing : ''}
      change={() => change(picked)}
      to={picked}
    >
      {children}
      <NodePicker {...{ label, choices }} value={picked} nodes={tree.nodes} onChoose={setPicked} />
      <WhatItTouches key={picked} node={node.id} into={picked} />
    </NodeQuestion>
  )
}

/** What moving or merging a node takes along, and who writes, decides and reads before and after. */
function WhatItTouches({ node, into }: { node: string; into: string }) {
  const texts = treeTexts[useTexts().language]
  const path = into ? `/api/nodes/${node}/touched?into=${into}` : null
  const { data: touched, problem } = useAnswer<Touched>(path)
  if (!into) return null
  return (
    <section className="zk-touched" aria-live="polite">
      <h3>{texts.touches}</h3>
      {problem && <p className="zk-error">{problem}</p>}
      {!touched && !problem && <p className="zk-soft">{texts.looking}</p>}
      {touched && <Sums touched={touched} />}
      {touched && (
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{texts.whoNow}</th>
              <th scope="col">{texts.whoThen}</th>
            </tr>
          </thead>
          <tbody>
            {who(touched.now).map(([name, now], index) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{now}</td>
                <td>{who(touched.then)[index]?.[1]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )

  function who(deciders: Deciders): [string, string][] {
    const { unit, editors, approvers, above, deputies } = deciders
    const listed = (names: string[]) => names.join('、') || texts.nobody
    const ofUnit = (names: string[]) => (unit === null ? texts.ownPeople : listed(names))
    const acting = deputies.length > 0
    return [
      ...(unit === null ? [] : [[texts.unitThen, unit] as [string, string]]),
      [texts.writes, ofUnit(editors)],
      [texts.decides, acting ? fill(texts.deputy, { names: listed(deputies) }) : ofUnit(approvers)],
      [texts.readsAbove, above ?? texts.nobody],
    ]
  }
}

function Sums({ touched }: { touched: Touched }) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const { entries, pending, trashed, people, keys, categories, units } = touched
  const names = sharedTexts[language].library
  const sums = [
    ...libraries.map((library) => ({
      n: entries[library] ?? 0,
      text: fill(texts.entriesOf, { library: names[library] ?? '', n: entries[library] ?? 0 }),
    })),
    ...(
      [
        [pending, texts.pending],
        [trashed, texts.trashed],
        [people, texts.people],
        [keys, texts.keysHeld],
        [categories, texts.categories],
        [units, texts.units],
      ] as const
    ).map(([n, text]) => ({ n, text: fill(text, { n }) })),
  ].filter(({ n }) => n > 0)
  if (sums.length === 0) return <p>{texts.touchesNothing}</p>
  return (
    <ul>
      {sums.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

type WhatItTouchesProps = {
  label: string
  value: string
  choices: readonly ShownNode[]
  nodes: readonly ShownNode[]
  onChoose: (id: string) => void
}

/** One of several nodes, each named by its whole path. */
function NodePicker({ label, value, choices, nodes, onChoose }: WhatItTouchesProps) {
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
