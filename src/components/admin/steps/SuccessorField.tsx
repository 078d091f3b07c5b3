'use client'

import { dialogTexts } from '@/i18n/dialogTexts'
import { EntryFinder } from '../searching/EntryFinder'
import { useTexts } from '../useTexts'

type Props = { own: string; chosen: string | null; onChoose: (id: string) => void }

/** Finds the live entry that readers of a merged one are sent to. */
export function SuccessorField({ own, chosen, onChoose }: Props) {
  const { language } = useTexts()
  return (
    <EntryFinder
      name="successor"
      label={dialogTexts[language].successor}
      except={own}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}
