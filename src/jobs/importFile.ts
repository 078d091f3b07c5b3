import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { constants, gunzip } from 'node:zlib'
import { importServiceItems } from './importServiceItems'
import { importSheet } from './importSheet'
import type { CommandContext, CommandResult } from './commands'

const usage = [
  '用法：npm run import -- 文件 [--library knowledge|plans|notices|cases] [--submit] [--public yes|no] [--yes]',
  'Usage: npm run import -- FILE [--library knowledge|plans|notices|cases] [--submit] [--public yes|no] [--yes]',
].join('\n')

/** `npm run import -- FILE …`: service items as a portal exports them, known by their columns, or any sheet. */
export async function importFile(context: CommandContext): Promise<CommandResult> {
  const [file, ...others] = context.args
  if (!file || file.startsWith('-')) return { exitCode: 2, output: usage }
  if (await isOfServiceItems(resolve(context.folder, file))) {
    if (others.some((other) => other !== '--submit')) return { exitCode: 2, output: usage }
    return importServiceItems(context)
  }
  return (await importSheet(context)) ?? { exitCode: 2, output: usage }
}

const looked = 256 * 1024

/** By what the first lines hold; of what cannot be read the service items' own reader says why. */
async function isOfServiceItems(path: string): Promise<boolean> {
  const head = await headOf(path).catch(() => null)
  return (
    head === null ||
    Buffer.from(head).toString('latin1').replaceAll('\0', '').includes('"TASK_CODE"')
  )
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(looked), 0, looked, 0)
    const head = buffer.subarray(0, bytesRead)
    if (head[0] !== 0x1f || head[1] !== 0x8b) return head
    // A beginning of it is enough, and unpacks to no more than is looked at.
    const most = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: looked * 64 }
    return await promisify(gunzip)(head, most).catch(() => head)
  } finally {
    await file.close()
  }
}
