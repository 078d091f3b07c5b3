import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { createLocalReq, type PayloadRequest } from 'payload'
import { libraries, type Library } from '@/access/rules'
import { commandTexts as texts } from '@/i18n/importSheets'
import { columnsIn, findBatch, read, unitsIn } from '@/workflow/importing/batch'
import type { OutcomeOfRow, Said, StoredBatch, StoredRow } from '@/workflow/importing/batch'
import { moveBatch } from '@/workflow/importing/moveBatch'
import { planBatch } from '@/workflow/importing/plan'
import { rowsOfBatch } from '@/workflow/importing/rows'
import { countsOf } from '@/workflow/importing/shown'
import { startBatch } from '@/workflow/importing/startBatch'
import { takeSheet } from '@/workflow/importing/upload'
import { workOnImports } from '@/workflow/importing/work'
import { Refused } from '@/workflow/Refused'
import type { CommandContext, CommandResult } from './commands'

type Wanted = {
  file: string
  library: Library
  submit: boolean
  openToPublic: 'sheet' | 'yes' | 'no'
  /** Not only the dry run. */
  isSure: boolean
}

/** A sheet for all units, by the same path as in the admin; null where the command is not understood. */
export async function importSheet(context: CommandContext): Promise<CommandResult | null> {
  const wanted = wantedIn(context.args)
  if (!wanted) return null
  try {
    const req = await createLocalReq({}, context.payload)
    const planned = await plan(context, req, wanted)
    const told = await tellPlan(req, planned)
    if (!wanted.isSure) return { exitCode: 0, output: [...told, texts.notYet].join('\n') }
    await startBatch(req, planned, { overwrite: 'none' })
    const done = await finish(context, req, planned)
    const { failed, refused } = await countsOf(req, done.id)
    const output = [...told, ...(await tellResult(req, done))].join('\n')
    return { exitCode: failed + refused > 0 || done.state !== 'done' ? 1 : 0, output }
  } catch (error) {
    if (error instanceof Refused) return { exitCode: 1, output: error.message }
    throw error
  }
}

function wantedIn([file = '', ...options]: readonly string[]): Wanted | null {
  const wanted: Wanted = {
    ...{ file, library: 'knowledge', submit: false, openToPublic: 'sheet', isSure: false },
  }
  for (let at = 0; at < options.length; at += 1) {
    const [name, value] = [options[at], options[at + 1]]
    const library = libraries.find((one) => one === value)
    if (name === '--submit') wanted.submit = true
    else if (name === '--yes') wanted.isSure = true
    else if (name === '--library' && library) [wanted.library, at] = [library, at + 1]
    else if (name === '--public' && (value === 'yes' || value === 'no')) {
      ;[wanted.openToPublic, at] = [value, at + 1]
    } else return null
  }
  return wanted
}

async function plan(context: CommandContext, req: PayloadRequest, wanted: Wanted) {
  const { library, submit, openToPublic } = wanted
  const id = await takeSheet({
    ...{ req, library, name: basename(wanted.file), unit: null, signal: context.signal },
    bytes: await readFile(resolve(context.folder, wanted.file)),
    by: { id: null, name: texts.by },
  })
  const batch = await mustFind(req, id)
  const units = Object.fromEntries(unitsIn(batch).map(({ name }) => [name, 'make']))
  const options = { submit, openToPublic, openToUnits: openToPublic === 'yes' ? 'yes' : 'sheet' }
  await planBatch(req, batch, { columns: columnsIn(batch), units, options })
  return finish(context, req, batch)
}

async function mustFind(req: PayloadRequest, id: string): Promise<StoredBatch> {
  const batch = await findBatch(req, id)
  if (!batch) throw new Error(`There is no batch ${id}.`)
  return batch
}

const often = 500

/** Works until nothing is left to do, or whoever gave the command stops it. */
async function finish(context: CommandContext, req: PayloadRequest, { id }: StoredBatch) {
  const { payload, signal, report } = context
  const timer = setInterval(() => {
    findBatch(req, id).then(
      (batch) => batch && report({ done: batch.done, total: batch.todo, text: texts.rows }),
      () => undefined,
    )
  }, often)
  try {
    await workOnImports(payload, { signal })
  } finally {
    clearInterval(timer)
  }
  const batch = await mustFind(req, id)
  const isLeft = batch.state === 'planning' || batch.state === 'running'
  if (!isLeft) return batch
  const state = batch.state === 'planning' ? 'read' : 'stopped'
  return moveBatch(req, batch, { from: ['planning', 'running'], doing: '停止', data: { state } })
}

async function tellPlan(req: PayloadRequest, batch: StoredBatch): Promise<string[]> {
  const counts = await countsOf(req, batch.id)
  const made = unitsIn(batch).flatMap(({ name, answer }) => (answer === 'make' ? [name] : []))
  return [
    ...texts.plan(batch.name, counts),
    ...(made.length > 0 ? [texts.made(made.join('、'))] : []),
    ...(await section(req, batch, texts.refused, { outcome: 'refused' })),
    ...(await section(req, batch, texts.differs, { outcome: 'differs' })),
  ]
}

async function tellResult(req: PayloadRequest, batch: StoredBatch): Promise<string[]> {
  const results = await Promise.all(
    (['created', 'updated', 'submitted', 'held', 'kept', 'failed'] as const).map(async (result) => {
      const { total } = await rowsOfBatch(req.payload, { batch: batch.id, result, page: 1 })
      return [result, total] as const
    }),
  )
  return [
    ...(batch.state === 'done' ? [] : [texts.stopped]),
    ...texts.result(Object.fromEntries(results) as Record<(typeof results)[number][0], number>),
    ...(await section(req, batch, texts.failed, { result: 'failed' })),
    ...(await section(req, batch, texts.held, { result: 'held' })),
  ]
}

type Which = { outcome?: OutcomeOfRow; result?: StoredRow['result'] }

/** The first rows of a kind one by one, and how many more there are. */
async function section(req: PayloadRequest, { id }: StoredBatch, title: string, which: Which) {
  const { rows, total } = await rowsOfBatch(req.payload, { batch: id, page: 1, ...which })
  if (total === 0) return []
  const lines = rows.map(({ line, said }) => {
    const why = read<Said[]>(said, []).map(({ zh, en }) => (zh === en ? zh : `${zh}${en}`))
    return `  第 ${line} 行 line ${line}  ${why.join(' ')}`
  })
  const more = total - rows.length
  return ['', `${title}:`, ...lines, ...(more > 0 ? [`  另有 ${more} 行。${more} more.`] : [])]
}
