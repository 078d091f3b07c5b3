'use client'

import { fill } from '@/i18n/adminTexts'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import type { TreeChanges } from './useTree'

type Props = {
  words: string
  /** How many were found; null while nothing is looked for. */
  count: number | null
  onSearch: (words: string) => void
}

export function TreeSearch({ words, count, onSearch }: Props) {
  const texts = treeTexts[useTexts().language]
  const said =
    count === 0
      ? fill(texts.foundNone, { words: words.trim() })
      : fill(texts.found, { n: count ?? 0 })
  return (
    <div className="zk-tree__search" role="search">
      <input
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        value={words}
        onChange={(event) => onSearch(event.target.value)}
      />
      {words !== '' && (
        <button type="button" className="zk-link" onClick={() => onSearch('')}>
          {texts.clear}
        </button>
      )}
      <span className="zk-soft" aria-live="polite">
        {count === null ? '' : said}
      </span>
    </div>
  )
}

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
