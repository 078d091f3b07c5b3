'use client'

import { Button } from '@payloadcms/ui'
import { fill } from '@/i18n/adminTexts'
import { kindNames, treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import { isMovable, kindsBelow, mergeTargets, moveTargets, pathOf, peersOf, whyKept } from './shape'
import type { ShownNode } from '@/workflow/tree/shownTree'
import type { Action } from './TreeDialog'

type Props = {
  node: ShownNode
  nodes: readonly ShownNode[]
  canEdit: boolean
  isBusy: boolean
  onAsk: (action: Action) => void
  onShift: (by: -1 | 1) => void
  onOffice: () => void
}

/** The chosen node, and what the centre may do with it; what can't be done is not offered. */
export function NodePanel({ node, nodes, canEdit, isBusy, onAsk, onShift, onOffice }: Props) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const peers = peersOf(nodes, node)
  const place = peers.findIndex(({ id }) => id === node.id)
  const kept = whyKept(nodes, node, language)
  const actions: [Action, string, boolean][] = [
    ['add', texts.addBelow, kindsBelow(nodes, node).length > 0],
    ['rename', texts.rename, true],
    ['move', texts.move, isMovable(node) && moveTargets(nodes, node).length > 0],
    ['merge', texts.merge, mergeTargets(nodes, node).length > 0],
    ['delete', texts.remove, kept === ''],
  ]
  return (
    <>
      <h2>{node.name}</h2>
      <dl className="zk-text__facts">
        <div>
          <dt>{texts.kind}</dt>
          <dd>{kindNames[node.kind][language]}</dd>
        </div>
        <div>
          <dt>{texts.path}</dt>
          <dd>{pathOf(nodes, node)}</dd>
        </div>
        {node.isOffice && (
          <div>
            <dt>{texts.office}</dt>
            <dd>{texts.officeNote}</dd>
          </div>
        )}
      </dl>
      {node.kind === 'category' && node.entries > 0 && (
        <p>
          <a href={`/admin/collections/knowledge?where[category][equals]=${node.id}`}>
            {texts.showEntries}（{fill(texts.entries, { n: node.entries })}）
          </a>
        </p>
      )}
      {canEdit && (
        <div className="zk-buttons zk-buttons--start">
          {actions
            .filter(([, , isOffered]) => isOffered)
            .map(([name, label]) => (
              <Button key={name} {...plain} onClick={() => onAsk(name)}>
                {label}
              </Button>
            ))}
          {mayBeOffice(node) && (
            <Button {...plain} disabled={isBusy} onClick={onOffice}>
              {node.isOffice ? texts.noOffice : texts.makeOffice}
            </Button>
          )}
          {peers.length > 1 && (
            <>
              <Button {...plain} disabled={isBusy || place <= 0} onClick={() => onShift(-1)}>
                {texts.up}
              </Button>
              <Button
                {...plain}
                disabled={isBusy || place === peers.length - 1}
                onClick={() => onShift(1)}
              >
                {texts.down}
              </Button>
            </>
          )}
        </div>
      )}
      {canEdit && kept && <p className="zk-soft zk-tree__kept">{kept}</p>}
    </>
  )
}

/** A body of a county, not one of the city's departments. */
const mayBeOffice = ({ kind, parent }: ShownNode) => kind === 'department' && parent !== null

const plain = { buttonStyle: 'secondary', size: 'small', margin: false } as const
