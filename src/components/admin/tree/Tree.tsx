'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { fill } from '@/i18n/adminTexts'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import {
  childrenByParent,
  foundBy,
  isMovable,
  type Move,
  moveTargets,
  peersOf,
  placingsOf,
  rowsOf,
  shifted,
  whyKept,
} from './shape'
import { NodePanel } from './NodePanel'
import type { ShownNode } from '@/workflow/tree/shownTree'
import { TreeDialog, type Asked } from './TreeDialog'
import { TreeNotice, TreeSearch, TreeRow } from './TreeParts'
import { useDrag, walk } from './gestures'
import { useTree } from './useTree'

type Props = { nodes: ShownNode[]; canEdit: boolean }

/** The tree by the ARIA pattern: one stop for Tab, arrows inside; the chosen node's actions beside it. */
export function Tree({ nodes: given, canEdit }: Props) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const tree = useTree(given)
  const { nodes } = tree
  const [words, setWords] = useState('')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<string | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const refocus = useRef<string | null>(null)
  const found = useMemo(() => (words.trim() ? foundBy(nodes, words) : null), [nodes, words])
  const open = found ? new Set([...found.open, ...opened]) : opened
  const children = useMemo(() => childrenByParent(found?.nodes ?? nodes), [found, nodes])
  const rows = rowsOf(children, open)
  const rowOf = (id: string | null | undefined) => rows.find(({ node }) => node.id === id)
  const current = rowOf(chosen) ?? rows[0]
  const node = nodes.find(({ id }) => id === chosen) ?? null

  const focusOn = (id: string) =>
    list.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus()
  // A row that is moved in the page loses the focus; whoever went on elsewhere meanwhile keeps it there.
  useEffect(() => {
    const { activeElement, body } = document
    const isFree = activeElement === body || list.current?.contains(activeElement)
    if (refocus.current && isFree) focusOn(refocus.current)
  }, [nodes])

  function setExpanded(id: string, isOpen: boolean) {
    setOpened((before) => new Set([...before].filter((one) => one !== id).concat(isOpen ? id : [])))
  }
  function choose(id: string) {
    setChosen(id)
    focusOn(id)
  }
  /** Another place among its peers is taken at once; another county is asked about first. */
  function move(asking: Move) {
    setChosen(asking.node.id)
    if (asking.parent !== asking.node.parent) {
      setAsked({ action: 'move', node: asking.node, move: asking })
      return
    }
    const placings = placingsOf(nodes, asking)
    const { name } = asking.node
    refocus.current = asking.node.id
    const peers = peersOf(nodes, asking.node).filter(({ id }) => id !== asking.node.id)
    const at = asking.before ? peers.findIndex(({ id }) => id === asking.before) : peers.length
    void tree.place(placings, fill(texts.ordered, { name, n: at + 1, of: peers.length + 1 }))
  }
  function shift(which: ShownNode, by: -1 | 1) {
    if (tree.isBusy) return
    const asking = shifted(nodes, which, by)
    if (asking) move(asking)
    else if (peersOf(nodes, which).length === 1) tree.say(fill(texts.fixed, { name: which.name }))
    else tree.say(fill(by < 0 ? texts.first : texts.last, { name: which.name }))
  }
  const { handlersOf, markOf } = useDrag(nodes, move)

  function onKeyDown(event: KeyboardEvent) {
    // The row that has the focus, wherever the focus came from.
    const here = rowOf((event.target as HTMLElement).dataset.id)
    if (!here || event.ctrlKey || event.metaKey) return
    if (canEdit && changeBy(event, here.node)) return event.preventDefault()
    if (event.altKey) return
    const step = walk(event.key, { rows, current: here, children, open })
    if (!step) return
    event.preventDefault()
    if ('to' in step) choose(step.to)
    else setExpanded(step.id, step.isOpen)
  }
  /** The keys that change the tree; they ask or say why not, as the buttons beside it do. */
  function changeBy({ key, altKey }: KeyboardEvent, which: ShownNode): boolean {
    if (altKey && key !== 'ArrowUp' && key !== 'ArrowDown') return false
    const act = {
      ArrowUp: altKey && (() => shift(which, -1)),
      ArrowDown: altKey && (() => shift(which, 1)),
      F2: () => setAsked({ action: 'rename', node: which }),
      Delete: () => {
        const kept = whyKept(nodes, which, language)
        if (kept) tree.say(kept)
        else setAsked({ action: 'delete', node: which })
      },
      m: () => {
        if (isMovable(which) && moveTargets(nodes, which).length > 0)
          setAsked({ action: 'move', node: which })
        else tree.say(fill(texts.cannotMove, { name: which.name }))
      },
    }[key === 'M' ? 'm' : key]
    if (act) act()
    return Boolean(act)
  }

  function closed({ action, node: which }: Asked, isDone: boolean, to?: string) {
    setAsked(null)
    const isGone = isDone && (action === 'delete' || action === 'merge')
    const index = rows.findIndex(({ node: one }) => one.id === which?.id)
    const near = isGone ? (rows[index + 1] ?? rows[index - 1])?.node.id : which?.id
    refocus.current = near ?? null
    if (near) setChosen(near)
    const parent = action === 'add' ? which?.id : to
    if (isDone && parent) setExpanded(parent, true)
  }

  return (
    <>
      <p className="zk-soft">{canEdit ? texts.about : `${texts.readOnly}${texts.about}`}</p>
      {canEdit && <p className="zk-soft zk-tree__keys">{texts.keys}</p>}
      <div className="zk-tree__bar">
        <TreeSearch words={words} count={found?.count ?? null} onSearch={setWords} />
        {canEdit && (
          <Button
            buttonStyle="secondary"
            size="small"
            margin={false}
            onClick={() => setAsked({ action: 'add', node: null })}
          >
            {texts.addTop}
          </Button>
        )}
      </div>
      <TreeNotice tree={tree} />
      <div className="zk-tree">
        <ul
          role="tree"
          aria-label={texts.title}
          hidden={rows.length === 0}
          ref={list}
          onKeyDown={onKeyDown}
        >
          {rows.map((row) => (
            <TreeRow
              key={row.node.id}
              row={row}
              isOpen={open.has(row.node.id)}
              hasChildren={children.has(row.node.id)}
              isChosen={row.node.id === chosen}
              isCurrent={row === current}
              canEdit={canEdit}
              mark={markOf(row.node.id)}
              drag={handlersOf(row.node)}
              onChoose={() => {
                refocus.current = null
                const isOpen = open.has(row.node.id)
                if (chosen === row.node.id || !isOpen) setExpanded(row.node.id, !isOpen)
                setChosen(row.node.id)
              }}
            />
          ))}
        </ul>
        <aside className="zk-panel" aria-label={texts.panel}>
          {node ? (
            <NodePanel
              key={node.id}
              {...{ node, nodes, canEdit }}
              isBusy={tree.isBusy}
              onAsk={(action) => setAsked({ action, node })}
              onShift={(by) => shift(node, by)}
              onOffice={() => void tree.setOffice(node, texts)}
            />
          ) : (
            <p className="zk-soft">{texts.choose}</p>
          )}
        </aside>
      </div>
      {asked && (
        <TreeDialog asked={asked} tree={tree} onClose={(isDone, to) => closed(asked, isDone, to)} />
      )}
    </>
  )
}
