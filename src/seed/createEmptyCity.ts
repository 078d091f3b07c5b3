import { randomInt } from 'node:crypto'
import type { Payload } from 'payload'
import type { Role } from '@/access/rules'
import { enrol } from '@/workflow/accounts/enrol'
import { ensureCounters } from '@/workflow/counters'

export type Report = (progress: { done: number; total: number; text: string }) => void

/** An account somebody can sign in with; the password is known nowhere else. */
export type Account = {
  username: string
  name: string
  role: Role
  unitName: string
  password: string
}

/** Where a real city begins: the hotline centre and one operator, who chooses a password at once. */
export async function createEmptyCity(given: {
  payload: Payload
  report?: Report
}): Promise<Account[]> {
  const { payload, report = () => {} } = given
  await ensureCounters(payload)
  const unitName = '12345热线中心'
  const centre = await payload.create({
    collection: 'nodes',
    overrideAccess: true,
    depth: 0,
    data: { kind: 'department', form: 'municipal', name: unitName, isCentre: true },
  })
  report({ done: 1, total: 2, text: '知识树 Tree' })
  const account = { username: 'operator', name: '系统管理员', password: makePassword() }
  await enrol(payload, {
    ...account,
    unit: centre.id,
    roles: ['operator'],
    mustChangePassword: true,
  })
  report({ done: 2, total: 2, text: '账号 Accounts' })
  return [{ ...account, role: 'operator', unitName }]
}

/** Without letters and digits that look alike when read off a terminal. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

export function makePassword(length = 12): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}
