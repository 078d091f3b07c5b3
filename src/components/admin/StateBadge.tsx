'use client'

import type { State } from '@/access/rules'
import { stateNames } from '@/i18n/stepNames'
import { useTexts } from './useTexts'

export function StateBadge({ state }: { state: State }) {
  const { language } = useTexts()
  return <span className={`zk-state zk-state--${state}`}>{stateNames[state][language]}</span>
}
