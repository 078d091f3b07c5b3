import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { ChildFailed, run } from './children.mjs'
import { Plain } from './checks.mjs'

const node = [process.execPath, '--import', 'tsx']
/** Without it, Node 20 may never finish importing Lexical, and ends with code 0 having done nothing. */
const conditions = {
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --conditions=production`.trim(),
}

/** The settings as src/env.ts reads and checks them. */
export async function readSettings() {
  try {
    return JSON.parse(await run([...node, 'scripts/settings.ts']))
  } catch (error) {
    throw error instanceof ChildFailed ? new Plain(error.output.trim()) : error
  }
}

/**
 * Makes the first database; a file under another name, which `keep` renames when all is done.
 * @returns {Promise<{ username: string, password: string, name: string, unitName: string }[]>} the accounts made
 */
export async function prepare({ file }, note) {
  let accounts
  if (file) removeDatabase(draft(file))
  await run([...node, 'scripts/prepare.ts'], {
    env: { ...conditions, ...(file ? { DATABASE_URL: draftUrl(file) } : {}) },
    onMessage: (message) => {
      if (message.progress) note(message.progress)
      if (message.accounts) accounts = message.accounts
    },
  })
  if (!accounts) throw new Error('scripts/prepare.ts ended without having done its work.')
  return accounts
}

/** From here on a start finds a prepared database. */
export function keep({ file, prepared }) {
  if (!file) {
    writeFileSync(prepared, `${new Date().toISOString()}\n`)
    return
  }
  const left = statSync(`${draft(file)}-wal`, { throwIfNoEntry: false })
  if (left?.size) throw new Error('The prepared database was not closed.')
  // A log beside the new file that is not its own would be read over it.
  removeDatabase(file)
  renameSync(draft(file), file)
  removeDatabase(draft(file))
}

const draft = (file) => `${file}.preparing`
const draftUrl = (file) => `file:${draft(file)}`

function removeDatabase(file) {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
}
