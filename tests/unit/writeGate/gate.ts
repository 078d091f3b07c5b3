import { sqliteAdapter } from '@payloadcms/db-sqlite'
import {
  buildConfig,
  commitTransaction,
  createLocalReq,
  getPayload,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { gated } from '@/writeGate/gated'

// The tiny config's collection is not among the generated types.
export const notes = 'notes' as 'payload-preferences'

/** A gate with these limits over a file with notes and people. */
export async function openGate(
  file: string,
  limits: NonNullable<Parameters<typeof gated>[1]>,
): Promise<Payload> {
  const adapter = sqliteAdapter({
    idType: 'uuid',
    client: { url: `file:${file}` },
    push: true,
    wal: { synchronous: 'NORMAL', journalSizeLimit: 67_108_864 },
    busyTimeout: 0,
    transactionOptions: {},
  })
  const config = await buildConfig({
    secret: 'for this test only',
    telemetry: false,
    graphQL: { disable: true },
    logger: { options: { level: 'fatal' } },
    typescript: { autoGenerate: false },
    db: gated(adapter, limits),
    collections: [
      {
        slug: notes,
        lockDocuments: false,
        fields: [
          { name: 'title', type: 'text', unique: true },
          { name: 'state', type: 'text' },
          { name: 'lock', type: 'number' },
        ],
      },
      { slug: 'users', auth: true, fields: [] },
    ],
  })
  return getPayload({ config, disableOnInit: true })
}

/** As a request does it: in an asynchronous context of its own. */
export async function transactionOf(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<unknown>,
): Promise<void> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    await work(req)
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
