'use client'

import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import type { TreeChanges } from './useTree'

/** What was done last, announced, with the way back where there is one. */
export function TreeNotice({ tree }: { tree: TreeChanges }) {
  const texts = treeTexts[useTexts().language]
  const { done, undo, isBusy } = tree
  return (
    <div className="zk-tree__notice">
      <span role="status">{isBusy ? texts.changing : done.said}</span>
      {done.undo.length > 0 && !isBusy && (
        <button type="button" className="zk-link" onClick={() => void undo()}>
          {texts.undo}
        </button>
      )}
    </div>
  )
}
