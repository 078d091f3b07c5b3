import { env } from '@/env'
import { keyFrom } from './chain'

let derived: readonly Buffer[] | undefined

/** Of the secrets this instance had, oldest first; the last one is in use. */
export const auditKeys = (): readonly Buffer[] =>
  (derived ??= [...env.formerSecrets, env.secret].map(keyFrom))

export const presentKey = (): Buffer => auditKeys().at(-1)!
