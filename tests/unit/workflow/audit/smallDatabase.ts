import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteAdapter, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, createLocalReq, getPayload } from 'payload'
import type { NewLine } from '@/workflow/audit/append'
import type { ChainedRow } from '@/workflow/audit/chain'
import { gated } from '@/writeGate/gated'

export const login = (n: number): NewLine => ({ action: 'users.login', byName: `第${n}人` })
export const times = (count: number) => Array.from({ length: count }, (_, n) => n)

/** A database with the audit log alone, and what tests do with it. */
export async function openSmallDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'zhiku-audit-'))
  // Read when src/env.ts is loaded, which is why everything below is loaded here.
  process.env.ZHIKU_SECRET = 'a secret of this test, 32 letters long'
  process.env.ZHIKU_DATA_DIR = folder
  const { appendAudit, settleAudit } = await import('@/workflow/audit/append')
  const { flushReadings, noteReading } = await import('@/workflow/audit/readings')
  const { chainTold } = await import('@/jobs/examining/examine')
  const { readLog } = await import('@/jobs/examining/readLog')
  const { Audit, Counters, Decisions } = await import('@/collections/records')
  const config = buildConfig({
    secret: 'unit',
    telemetry: false,
    typescript: { autoGenerate: false },
    db: gated(
      sqliteAdapter({
        idType: 'uuid',
        client: { url: `file:${join(folder, 'audit.db')}` },
        push: true,
        busyTimeout: 0,
        transactionOptions: {},
      }),
      { wait: 20_000 },
    ),
    // Without the pages of the admin, which this config has not.
    collections: [Audit, Counters, Decisions].map((collection) => ({
      ...collection,
      admin: { hidden: true },
      fields: collection.fields.map((field) => ({ ...field, admin: {} }) as typeof field),
    })),
  })
  const payload = await getPayload({ config })

  return {
    payload,
    flushReadings,
    noteReading,
    newReq: () => createLocalReq({}, payload),
    appendAudit,
    append: async (...lines: NewLine[]) => appendAudit(await createLocalReq({}, payload), lines),
    settle: async () => settleAudit(await createLocalReq({}, payload)),
    /** As somebody does it who got hold of the database. */
    sql: (statement: string) => (payload.db as unknown as SQLiteAdapter).client.execute(statement),
    /** As `audit:verify` tells of the chain. */
    verify: async () => {
      const lines = chainTold(await readLog(await createLocalReq({}, payload)))
      return { exitCode: lines.length > 0 ? 1 : 0, output: lines.join('\n') }
    },

    async rows(): Promise<ChainedRow[]> {
      const { docs } = await payload.find({
        collection: 'audit',
        sort: 'seq',
        pagination: false,
        overrideAccess: true,
      })
      return docs as unknown as ChainedRow[]
    },

    async empty(): Promise<void> {
      for (const collection of ['audit', 'counters', 'decisions'] as const) {
        await payload.db.deleteMany({ collection, where: {} })
      }
    },

    /** As on a MongoDB without a replica set: each write is for itself. */
    async withoutTransactions(work: () => Promise<void>): Promise<void> {
      const { beginTransaction } = payload.db
      payload.db.beginTransaction = async () => null
      try {
        await work()
      } finally {
        payload.db.beginTransaction = beginTransaction
      }
    },

    async close(): Promise<void> {
      await payload.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
