'use client'

import type { DefaultCellComponentProps } from 'payload'
import { states } from '@/access/rules'
import { StateBadge } from './StateBadge'

/** 审批状态 in a list. */
export function StateCell({ cellData }: DefaultCellComponentProps) {
  const state = states.find((name) => name === cellData)
  return state ? <StateBadge state={state} /> : <span>—</span>
}
