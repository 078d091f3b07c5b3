import { createLocalReq, type Payload } from 'payload'
import { settleAudit } from '@/workflow/audit/append'
import { undoOpenBatches } from '@/workflow/saving/asBatch'
import { ensureCounters } from '@/workflow/counters'
import { seedWords } from '@/workflow/findings/presetWords'
import { fillKeepers } from '@/workflow/accounts/keeping/keeper'
import { repairOpenIntents } from '@/workflow/step/finish'
import { repairSaves } from '@/workflow/saving/repairSaves'
import { repairTreeChanges } from '@/workflow/tree/takeUpTreeChange'
import { seedPhrases } from '@/workflow/phrases/seedPhrases'
import { seedThemes } from '@/workflow/themes/seedThemes'
import { repairTaskSteps } from '@/workflow/tasks/finishTaskStep'
import { repairRequests } from '@/workflow/tasks/requests'
import { seedTerms } from '@/workflow/usage/searching/seedTerms'

/** Before anybody reads or writes: what a killed process left half done is finished or taken back. */
export async function makeReady(payload: Payload): Promise<void> {
  await ensureCounters(payload)
  await settleAudit(await createLocalReq({}, payload))
  const repaired = {
    steps: await repairOpenIntents(payload),
    saves: await repairSaves(payload),
    batches: await undoOpenBatches(payload),
    treeChanges: await repairTreeChanges(payload),
    tasks: await repairTaskSteps(payload),
    requests: await repairRequests(payload),
  }
  await fillKeepers(payload)
  await seedTerms(payload)
  await seedWords(payload)
  await seedPhrases(payload)
  await seedThemes(payload)
  if (Object.values(repaired).some((count) => count > 0)) {
    payload.logger.info({ msg: 'Put right what a kill had interrupted', ...repaired })
  }
}
