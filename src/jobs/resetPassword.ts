import { accountName } from '@/access/accountName'
import { randomPassword } from '@/workflow/accounts/passwords'
import { attempts } from '@/workflow/accounts/signIn/attempts'
import type { CommandContext, CommandResult } from './commands'

/** `npm run password -- ACCOUNT`: a random password, shown once, to be changed at the next sign-in. */
export async function resetPassword({ payload, args }: CommandContext): Promise<CommandResult> {
  const username = accountName(args[0] ?? '')
  if (!username) return { exitCode: 2, output: '用法 Usage: npm run password -- 账号 ACCOUNT' }
  const password = randomPassword()
  const { docs } = await payload.update({
    collection: 'users',
    where: { username: { equals: username } },
    data: { password, mustChangePassword: true, loginAttempts: 0, lockUntil: null },
    overrideAccess: true,
  })
  if (docs.length === 0) {
    return { exitCode: 1, output: `没有账号 ${username}。There is no account ${username}.` }
  }
  attempts.forget(username)
  return {
    exitCode: 0,
    output: `${username}  ${password}\n登录后须修改密码。It must be changed after signing in.`,
  }
}
