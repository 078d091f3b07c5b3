'use client'

import { libraries } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { sharedTexts } from '@/i18n/shared'
import { treeTexts } from '@/i18n/treeTexts'
import type { Deciders, Touched } from '@/workflow/tree/touched'
import { useAnswer } from '../ask'
import { useTexts } from '../useTexts'
import { pathOf } from './shape'
import type { ShownNode } from '@/workflow/tree/shownTree'

/** What moving or merging a node takes along, and who writes, decides and reads before and after. */
export function WhatItTouches({ node, into }: { node: string; into: string }) {
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
