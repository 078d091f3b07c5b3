import type { PayloadRequest } from 'payload'
import { changedPresets } from '@/workflow/phrases/resetPhrases'
import { ResetPhrases } from './ResetPhrases'

/** Beside the centre's phrases: the way back to the preset, where something of it is otherwise now. */
export async function PhraseReset({ req }: { req: PayloadRequest }) {
  const changed = await changedPresets(req)
  return changed.length > 0 && <ResetPhrases changed={changed} />
}
