import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload } from 'payload'
import { env } from '@/env'
import { findEntry } from '@/workflow/entry'
import { graveKinds } from '@/workflow/findings/findingKinds'
import { openReview } from '@/workflow/reviewing/openReview'
import { takeStep } from '@/workflow/step/takeStep'
import type { CommandContext, CommandResult } from './commands'
import { actingAs, findAccount } from '@/workflow/importing/importUnits'

/**
 * `npm run demo:approve`: for demonstrations only. What an import submitted is opened and approved in
 * the name of its unit's import approver, so that a newcomer can search thousands of real items.
 */
export async function approveImported(context: CommandContext): Promise<CommandResult> {
  if (!env.isDemo) return { exitCode: 1, output: onlyInDemo }
  const { payload, report, signal } = context
  const imported = await findImported(payload)
  let approved = 0
  const failures: string[] = []
  for (const [at, entry] of imported.entries()) {
    if (signal.aborted) break
    try {
      if (await approve(payload, entry)) approved += 1
    } catch (error) {
      failures.push(`  ${entry}  ${error instanceof Error ? error.message : String(error)}`)
    }
    report({ done: at + 1, total: imported.length, text: '审批 Approving' })
    await breathe()
  }
  const summary = `演示：已代为审批 ${approved} 条，出错 ${failures.length} 条。Demo: approved ${approved}, errors ${failures.length}.`
  return { exitCode: failures.length > 0 ? 1 : 0, output: [summary, ...failures].join('\n') }
}

const onlyInDemo =
  '只有演示城市可以代为审批；这里的内容须由各单位分管领导审批。Only in the demo city: here each unit’s approver decides.'

async function approve(payload: Payload, id: string): Promise<boolean> {
  const anyone = await createLocalReq({}, payload)
  const entry = await findEntry(anyone, id)
  if (entry?.state !== 'pending') return false
  const editor = await findAccount(anyone, entry.unit, 'editor')
  const approver = await findAccount(anyone, entry.unit, 'approver')
  // What a person of the unit submitted waits for a person of the unit.
  if (!approver || entry.submitter !== editor?.id) return false
  const req = await createLocalReq({ user: actingAs(approver) }, payload)
  await openReview({ req, library: 'knowledge', id })
  const body = { revision: entry.revision, confirmed: true, findings: graveKinds }
  await takeStep({ req, library: 'knowledge', id, step: 'approve', body })
  return true
}

async function findImported(payload: Payload): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'imports',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    select: { entry: true },
  })
  return docs.map(({ entry }) => entry)
}
