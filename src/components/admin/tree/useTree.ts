'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ask } from '../ask'
import { useTexts } from '../useTexts'
import { peersOf, type ShownNode } from './shape'

type Change = { path: string; method: 'POST' | 'PATCH' | 'DELETE'; body?: unknown }

/** Changes the tree over the project's API, says what came of it, and shows the tree as it is then. */
export function useTree() {
  const { texts, language } = useTexts()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)

  /** One change after the other; answers the sentence of the first refusal, or nothing when all went well. */
  async function change<Data>(changes: Change[], said: (last: Data) => string): Promise<string> {
    setIsBusy(true)
    let last: unknown = null
    for (const { path, method, body } of changes) {
      const outcome = await ask(`/api/nodes${path}`, { method, body, language })
      if (!outcome.ok) {
        setIsBusy(false)
        router.refresh()
        return outcome.detail || texts.failed
      }
      last = outcome.data
    }
    setIsBusy(false)
    toast.success(said(last as Data))
    router.refresh()
    return ''
  }

  return { change, isBusy }
}

/** The writes that put a node one place up or down among its peers; the others keep their order. */
export function reordered(nodes: readonly ShownNode[], node: ShownNode, by: -1 | 1): Change[] {
  const peers = peersOf(nodes, node)
  const from = peers.findIndex(({ id }) => id === node.id)
  const other = peers[from + by]
  if (!other) return []
  peers[from + by] = node
  peers[from] = other
  return peers.flatMap(({ id, order }, index) =>
    order === index ? [] : [{ path: `/${id}`, method: 'PATCH' as const, body: { order: index } }],
  )
}
