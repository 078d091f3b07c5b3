import type { IncomingMessage } from 'node:http'

/** Whoever works here signs in, previews and works on pages that Next makes alive. */
const ofStaff = /^\/(admin|desk|locked|login|logout|password|preview)(\/|$)/
/** What is no page: Next's own, and files, which have an ending. */
const noPage = /^\/_next\/|\.[a-z0-9]+$/i

/** Is a page of citizens asked for, which runs nothing of Next's (docs/adr/0025-islands.md)? */
export function isOfCitizens({ method, headers }: IncomingMessage, path: string): boolean {
  const isForRouter = Object.keys(headers).some((name) => /^(rsc|next-)/.test(name))
  const isRead = method === 'GET' || method === 'HEAD'
  return isRead && !isForRouter && !ofStaff.test(path) && !noPage.test(path)
}
