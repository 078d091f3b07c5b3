import { hostname } from 'node:os'
import type { Payload, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { importsInto, mayImport } from '@/access/importing'
import { env } from '@/env'
import { importSaid } from '@/i18n/importSheets'
import { once } from '@/once'
import { requestAs } from '../requestAs'
import { byId, findAll, swap } from '../store'
import { read, workedOn, type BatchState, type Said, type StoredBatch } from './batch'
import { planRows } from './planRows'
import { runRows } from './runRows'
import { takeBackRows } from './takeBackRows'

/** What one state of a batch asks to be done. */
export type Turn = {
  req: PayloadRequest
  payload: Payload
  batch: StoredBatch
  /** Notes how far it is; false where the batch was stopped, or is somebody else's by now. */
  goesOn: (data: Record<string, unknown>) => Promise<boolean>
  /** The same, noted at once and in the transaction of `req`. */
  holds: (data: Record<string, unknown>) => Promise<boolean>
}

const works: Record<(typeof workedOn)[number], (turn: Turn) => Promise<void>> = {
  planning: planRows,
  running: runRows,
  takingBack: takeBackRows,
}

/** A process that has not been heard of for so long works no more, in milliseconds. */
const silent = 15_000
/** So often it says that it still works. */
const beat = 2_000

/** The data folder is one process's: a process that was killed takes up at once what it had begun. */
const ownName = () => `${hostname()}:${env.dataDir}`

const going = once<{ work: Promise<void> | null; isAsked: boolean }>('importing', () => ({
  work: null,
  isAsked: false,
}))

/** Works on batches in the background, one at a time in a process; returns at once. */
export function beginWork(payload: Payload): void {
  workOnImports(payload).catch((error: unknown) => {
    payload.logger.error({ err: error, msg: 'An import stopped; it goes on in a moment.' })
  })
}

/** Works on all batches that wait for it, until none does; joins whoever does so already. */
export function workOnImports(
  payload: Payload,
  { signal, name = ownName() }: { signal?: AbortSignal; name?: string } = {},
): Promise<void> {
  going.isAsked = true
  going.work ??= workUntilNone().finally(() => {
    going.work = null
  })
  return going.work

  async function workUntilNone(): Promise<void> {
    while (going.isAsked && !signal?.aborted) {
      going.isAsked = false
      for (;;) {
        const batch = signal?.aborted ? null : await claimNext(payload, name)
        if (!batch) break
        await workOn(payload, { batch, name, signal })
      }
    }
  }
}

async function claimNext(payload: Payload, name: string): Promise<StoredBatch | null> {
  const req = await requestAs(payload, '')
  const found = (await findAll({
    req,
    collection: 'importBatches',
    where: { state: { in: [...workedOn] } },
    sort: 'at',
  })) as unknown as StoredBatch[]
  for (const batch of found) {
    const isHeld =
      batch.worker &&
      batch.worker !== name &&
      Date.parse(batch.claimedAt ?? '') > Date.now() - silent
    if (isHeld) continue
    const claimed = await swap<StoredBatch>({
      req,
      collection: 'importBatches',
      where: { ...byId(batch.id), lock: { equals: batch.lock } },
      data: { worker: name, claimedAt: new Date().toISOString(), lock: { $inc: 1 } },
    })
    if (claimed) return claimed
  }
  return null
}

type Claimed = { batch: StoredBatch; name: string; signal?: AbortSignal }

async function workOn(payload: Payload, { batch, name, signal }: Claimed): Promise<void> {
  const req = await requestAs(payload, batch.by ?? '')
  const { goesOn, holds, end } = holding(req, { batch, name, signal })
  const work = works[batch.state as keyof typeof works]
  if (!isStillTheirs(req, batch)) {
    await holds({ state: 'stopped' satisfies BatchState, notes: withNote(batch) })
    return
  }
  try {
    await work({ req, payload, batch, goesOn, holds })
  } finally {
    await end()
  }
}

/** What is written in somebody's name ends with their right to it. */
function isStillTheirs({ user }: PayloadRequest, { by, library, unit }: StoredBatch): boolean {
  if (!by) return true
  const actor = actorOf(user)
  return actor !== null && mayImport(actor, library) && [null, unit].includes(importsInto(actor))
}

const withNote = ({ notes }: StoredBatch): string =>
  JSON.stringify([...read<Said[]>(notes, []), importSaid.notEditor])

/** Holds a batch while it is worked on, by writing now and then that it is. */
function holding(req: PayloadRequest, { batch, name, signal }: Claimed) {
  let lock = batch.lock
  let last = Date.now()
  let isOurs = true
  const write = async (data: Record<string, unknown>) => {
    const held = await swap<StoredBatch>({
      req,
      collection: 'importBatches',
      where: { ...byId(batch.id), lock: { equals: lock }, worker: { equals: name } },
      data: { ...data, claimedAt: new Date().toISOString(), lock: { $inc: 1 } },
    })
    isOurs = held !== null
    lock = held?.lock ?? lock
    last = Date.now()
    return isOurs && !signal?.aborted
  }
  const holds: Turn['holds'] = async (data) => isOurs && write(data)
  const goesOn: Turn['goesOn'] = async (data) =>
    Date.now() - last > beat ? holds(data) : isOurs && !signal?.aborted
  /** What ended, or was broken off, is anybody's. */
  const end = async () => {
    if (isOurs) await write({ worker: null, claimedAt: null })
  }
  return { goesOn, holds, end }
}
