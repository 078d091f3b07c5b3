'use client'

import type { Library, State } from '@/access/rules'
import { stateNameOf } from '@/i18n/steps'
import { useTexts } from './useTexts'

export function StateBadge({ state, library = 'knowledge' }: { state: State; library?: Library }) {
  const { language } = useTexts()
  return (
    <span className={`zk-state zk-state--${state}`}>{stateNameOf(library, state)[language]}</span>
  )
}
