import { getPayload } from 'payload'
import config from '../payload.config'
import { takeDataLock } from '../src/jobs/dataLock.mjs'
import { createEmptyCity } from '../src/seed/createEmptyCity'
import { loadDemoCity } from '../src/seed/loadDemoCity'
import { env } from '../src/env'

// Run by start.mjs at the first start. Without the starter nobody would see the passwords; and not by
// process.exit, which may wait for a thread.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// Whoever started this may have died before anybody listened.
if (!process.connected) process.kill(process.pid, 'SIGKILL')

takeDataLock(env.dataDir)
const payload = await getPayload({ config })
const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
const report = ({ done, total }: { done: number; total?: number }) =>
  process.send?.({ progress: total ? `${done}/${total}` : String(done) })
const accounts =
  totalDocs > 0
    ? []
    : env.isDemo
      ? await loadDemoCity({ payload, report })
      : await createEmptyCity({ payload, report })
await payload.destroy()
process.send?.({ accounts }, () => process.exit(0))
