import type { Channel } from '@/workflow/usage/views'
import type { Client } from './client'
import type { Session } from './sessions'

export type Named = { id: string; name: string }

type Reading = {
  session: Session | null
  client: Client
  /** The person a machine asks for. */
  agent?: Named | null
  /** Through citizens' pages or their API, signed in or not. */
  isPortal: boolean
}

/**
 * For whom, and through which door, a reading is on record; null for a robot. Who is signed in is none, and a machine
 * reads for the person it names.
 */
export function whoReads({ session, client, agent, isPortal }: Reading) {
  if (!session && client.isRobot) return null
  const channel: Channel = session?.kind === 'system' ? 'system' : isPortal ? 'portal' : 'desk'
  const reader = agent ?? session
  if (!reader) return { channel, session: client.session, place: client.place }
  const unit = session?.kind === 'person' ? session.unit : undefined
  return { channel, reader: reader.id, readerName: reader.name, unit }
}
