'use client'

import { Button } from '@payloadcms/ui'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { fill } from '@/i18n/adminTexts'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import { AddNode } from './AddNode'
import { NodePanel } from './NodePanel'
import { childrenByParent, rowsOf, type ShownNode } from './shape'

type Props = { nodes: ShownNode[]; canEdit: boolean }

/** The tree by the ARIA pattern: one stop for Tab, arrows inside; the chosen node's actions beside it. */
export function Tree({ nodes, canEdit }: Props) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const children = useMemo(() => childrenByParent(nodes), [nodes])
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<string | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const rows = rowsOf(children, open)
  const current = rows.find(({ node }) => node.id === chosen) ?? rows[0]
  const node = nodes.find(({ id }) => id === chosen) ?? null

  const setExpanded = (id: string, isOpen: boolean) =>
    setOpen((before) => {
      const after = new Set(before)
      if (isOpen) after.add(id)
      else after.delete(id)
      return after
    })
  function choose(id: string) {
    setChosen(id)
    list.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (!current) return
    const index = rows.indexOf(current)
    const { id, parent } = current.node
    const hasChildren = children.has(id)
    const to: Record<string, () => void> = {
      ArrowDown: () => rows[index + 1] && choose(rows[index + 1]!.node.id),
      ArrowUp: () => rows[index - 1] && choose(rows[index - 1]!.node.id),
      Home: () => rows[0] && choose(rows[0].node.id),
      End: () => rows.at(-1) && choose(rows.at(-1)!.node.id),
      ArrowRight: () => {
        if (hasChildren && !open.has(id)) setExpanded(id, true)
        else if (hasChildren && rows[index + 1]) choose(rows[index + 1]!.node.id)
      },
      ArrowLeft: () => {
        if (open.has(id)) setExpanded(id, false)
        else if (parent) choose(parent)
      },
      Enter: () => setExpanded(id, !open.has(id)),
      ' ': () => setExpanded(id, !open.has(id)),
    }
    const act = to[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <>
      <p className="zk-soft">{canEdit ? texts.about : `${texts.readOnly}${texts.about}`}</p>
      {canEdit && (
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          onClick={() => setIsAdding(true)}
        >
          {texts.addTop}
        </Button>
      )}
      <div className="zk-tree">
        <ul role="tree" aria-label={texts.title} ref={list} onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <li
              key={row.node.id}
              role="treeitem"
              data-id={row.node.id}
              aria-level={row.level}
              aria-posinset={row.position}
              aria-setsize={row.of}
              aria-selected={row.node.id === chosen}
              aria-expanded={children.has(row.node.id) ? open.has(row.node.id) : undefined}
              tabIndex={row === current ? 0 : -1}
              className={`zk-tree__row zk-tree__row--${row.node.kind}`}
              style={{ paddingInlineStart: `${(row.level - 1) * 1.4 + 0.4}rem` }}
              onClick={() => {
                if (chosen === row.node.id || !open.has(row.node.id)) {
                  setExpanded(row.node.id, !open.has(row.node.id))
                }
                setChosen(row.node.id)
              }}
            >
              <span className="zk-tree__arrow" aria-hidden="true">
                {children.has(row.node.id) ? (open.has(row.node.id) ? '▾' : '▸') : ''}
              </span>
              <span className="zk-tree__name">{row.node.name}</span>
              {row.node.isCentre && <span className="zk-tag">{texts.centre}</span>}
              {row.node.entries > 0 && (
                <span className="zk-soft">{fill(texts.entries, { n: row.node.entries })}</span>
              )}
            </li>
          ))}
        </ul>
        <aside className="zk-panel">
          {node ? (
            <NodePanel
              key={node.id}
              node={node}
              nodes={nodes}
              canEdit={canEdit}
              onAdded={() => setExpanded(node.id, true)}
            />
          ) : (
            <p className="zk-soft">{texts.choose}</p>
          )}
        </aside>
      </div>
      {isAdding && (
        <AddNode
          parent={null}
          nodes={nodes}
          onClose={() => setIsAdding(false)}
          onAdded={() => undefined}
        />
      )}
    </>
  )
}
