'use client'

import type { DefaultCellComponentProps } from 'payload'
import { libraries, states } from '@/access/rules'
import { StateBadge } from './StateBadge'

/** 审批状态 in a list. */
export function StateCell({ cellData, collectionSlug }: DefaultCellComponentProps) {
  const state = states.find((name) => name === cellData)
  const library = libraries.find((name) => name === collectionSlug)
  return state ? <StateBadge state={state} library={library} /> : <span>—</span>
}
