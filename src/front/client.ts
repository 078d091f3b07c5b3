import { createHmac } from 'node:crypto'
import { isbot } from 'isbot'
import type { Payload } from 'payload'
import { placeOf, toldWhence } from '@/access/whence'
import { dayOf } from '@/shanghaiDay'
import type { Reader } from '@/reading/live'
import type { SearchEngine } from '@/search/types'
import type { NoteReading } from '@/workflow/audit/readings'
import type { NoteShown } from '@/workflow/usage/searches'
import { dayKey } from '@/workflow/usage/dayKeys'
import type { NoteView } from '@/workflow/usage/views'
import type { Session } from './sessions'

/** What a request tells of the program that sent it. */
export type Client = {
  /** The same browser at the same place has the same one for a day in Asia/Shanghai; nothing of either can be read from it. */
  session: string
  /** The same of the place alone, whatever the browser. */
  place: string
  /** A search engine, a preview of a link, a page asked for before anybody opened it. */
  isRobot: boolean
  /** The account a machine names as the one it asks for. */
  onBehalfOf?: string
}

/** What a request asks of the lean path: who asks, by which program, and as which reader. */
export type Asked = {
  payload: Payload
  engine: SearchEngine
  params: Record<string, string>
  query: URLSearchParams
  session: Session | null
  /** The person a machine asks for. */
  agent: { id: string; name: string } | null
  reader: Reader
  client: Client
  note: NoteReading
  view: NoteView
  show: NoteShown
}

type Header = (name: string) => string | null | undefined

/** @param header as the front hands it on, with the address it found */
export function clientOf(header: Header): Client {
  const agent = header('user-agent') ?? ''
  const onBehalfOf = header('x-zhiku-agent')
  const isAhead = header('next-router-prefetch') || /prefetch|prerender/.test(purposeOf(header))
  return {
    get session() {
      return ofToday(toldWhence(header).address, agent)
    },
    get place() {
      return ofToday(placeOf(toldWhence(header).address))
    },
    ...(onBehalfOf ? { onBehalfOf } : {}),
    isRobot: Boolean(isAhead) || agent === '' || isbot(agent),
  }
}

/** Another one tomorrow, and when the day is over nothing can be read from it. */
function ofToday(...parts: readonly string[]): string {
  const key = dayKey(dayOf(new Date()))
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
}

const purposeOf = (header: Header) => header('sec-purpose') ?? header('purpose') ?? ''
