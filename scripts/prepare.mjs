import { renameSync, rmSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundled } from './bundled.mjs'
import { run } from './children.mjs'
import { claimLoad } from './firstStart.mjs'

/** The settings as src/env.ts reads and checks them; rejects with its sentences where something is wrong. */
export const readSettings = async () => (await import(await bundled('settings'))).settings

/**
 * Makes the first database: a file under another name, or rows that count for nothing until `keep`,
 * which is called when all else of a first start is done as well.
 * @returns {Promise<{ accounts: { username: string, password: string, name: string, unitName: string }[], keep: () => Promise<void> }>} the accounts made
 */
export async function prepare(settings, note) {
  const { file } = settings
  const load = file ? draftOf(file) : await claimLoad(settings)
  // Another copy of Zhiku was first, and showed the passwords.
  if (!load) return { accounts: [], keep: async () => {} }
  let accounts
  await run([process.execPath, fileURLToPath(await bundled('prepare'))], {
    env: file ? { DATABASE_URL: draftUrl(file) } : {},
    onMessage: (message) => {
      if (message.progress) note(message.progress)
      if (message.accounts) accounts = message.accounts
    },
  })
  if (!accounts) throw new Error('scripts/prepare.ts ended without having done its work.')
  return { accounts, keep: load.done }
}

function draftOf(file) {
  removeDatabase(draft(file))
  return {
    done: async () => {
      const left = statSync(`${draft(file)}-wal`, { throwIfNoEntry: false })
      if (left?.size) throw new Error('The prepared database was not closed.')
      // A log beside the new file that is not its own would be read over it.
      removeDatabase(file)
      renameSync(draft(file), file)
      removeDatabase(draft(file))
    },
  }
}

const draft = (file) => `${file}.preparing`
const draftUrl = (file) => `file:${draft(file)}`

function removeDatabase(file) {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
}
