'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { treeTexts, type TreeTexts } from '@/i18n/treeTexts'
import type { Following } from '@/workflow/tree/following'
import type { ShownNode } from '@/workflow/tree/shownTree'
import { ask } from '../ask'
import { useTexts } from '../useTexts'
import { placed, placesNow, type Placing } from './shape'

export type Change = { path: string; method: 'POST' | 'PATCH' | 'DELETE'; body?: unknown }

/** What was done last, and how it is undone where that is possible. */
export type Done = { said: string; undo: Change[] }

type Given<Data> = { changes: Change[]; said: (last: Data) => string; undo?: Change[] }

export type TreeChanges = ReturnType<typeof useTree>

/** Changes the tree over the project's API, says what came of it, and shows the tree as it is then. */
export function useTree(given: readonly ShownNode[]) {
  const { texts, language } = useTexts()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const [done, setDone] = useState<Done>({ said: '', undo: [] })
  const [nodes, setNodes] = useState(given)
  const [known, setKnown] = useState(given)
  if (known !== given) {
    setKnown(given)
    setNodes(given)
  }

  /** One change after the other; answers the sentence of the first refusal, or nothing when all went well. */
  async function change<Data>({ changes, said, undo = [] }: Given<Data>): Promise<string> {
    setIsBusy(true)
    let last: unknown = null
    for (const { path, method, body } of changes) {
      const outcome = await ask(`/api/nodes${path}`, { method, body, language })
      if (!outcome.ok) {
        const why = outcome.detail || texts.failed
        setIsBusy(false)
        setNodes(given)
        setDone({ said: why, undo: [] })
        router.refresh()
        return why
      }
      last = outcome.data
    }
    setIsBusy(false)
    setDone({ said: said(last as Data), undo })
    router.refresh()
    return ''
  }

  /** Gives nodes other places, shown at once; with the places from before it can be undone. */
  function place(placings: Placing[], said: string): Promise<string> {
    const after = placed(nodes, placings)
    const undo = changesOf(placesNow(nodes, placings), after)
    const changes = changesOf(placings, nodes)
    setNodes(after)
    return change({ changes, said: () => said, undo })
  }

  /** A county has one office: the mark goes from the one that had it, and comes back with an undo. */
  function setOffice({ id, name, parent, isOffice }: ShownNode, texts: TreeTexts): Promise<string> {
    const before = nodes.find((one) => one.isOffice && one.parent === parent)
    const mark = (which: string, is: boolean): Change => ({
      ...{ path: `/${which}`, method: 'PATCH', body: { isOffice: is } },
    })
    const said = fill(isOffice ? texts.officeUnset : texts.officeSet, { name })
    const undo = before ? mark(before.id, true) : mark(id, false)
    return change({ changes: [mark(id, !isOffice)], said: () => said, undo: [undo] })
  }

  const undo = () => change({ changes: done.undo, said: () => treeTexts[language].undone })
  const say = (said: string) => setDone({ said, undo: [] })
  const progress = useProgress(isBusy)
  return { nodes, change, place, setOffice, undo, say, done, isBusy, progress }
}

/** How often it is asked how far the entries are, in milliseconds. */
const often = 1_000

/** While a change goes on that entries follow: how many have, in a sentence; nothing else. */
function useProgress(isBusy: boolean): string {
  const { language } = useTexts()
  const [following, setFollowing] = useState<Following | null>(null)
  useEffect(() => {
    if (!isBusy) return
    const look = async () => {
      const outcome = await ask<Following>('/api/nodes/following', { language })
      if (outcome.ok) setFollowing(outcome.data)
    }
    const timer = setInterval(() => void look(), often)
    return () => {
      clearInterval(timer)
      setFollowing(null)
    }
  }, [isBusy, language])
  if (!isBusy || !following || following.of === 0) return ''
  return fill(treeTexts[language].following, { n: following.moved, of: following.of })
}

/** Seen from where the nodes stand before: one keeps its parent out of the write where only its order changes. */
const changesOf = (placings: readonly Placing[], nodes: readonly ShownNode[]): Change[] =>
  placings.map(({ id, parent, order }) => {
    const isMoved = nodes.find((node) => node.id === id)?.parent !== parent
    const body = isMoved ? { parent, order } : { order }
    return { path: `/${id}`, method: 'PATCH', body }
  })
