import type { IncomingMessage, ServerResponse } from 'node:http'
import { at } from '@/base'
import type { Refused } from '@/workflow/Refused'
import { isForm } from './questionIn'
import type { Route, Said } from './routes'

export type Found = { route: Route; params: Record<string, string> }

/** Where somebody goes on whose browser sent this form as without JavaScript; null where none did. */
export function formLeads(
  req: IncomingMessage,
  { route, params }: Found,
  said: Said | null,
): string | null {
  if (!('write' in route) || req.method !== 'POST' || !isForm(req)) return null
  return route.formLeadsTo?.(params, said) ?? null
}

/** No page of ours sent these. */
const foreign: readonly string[] = ['crossSite', 'tooLarge']

/** The same where it was refused: the page says so. */
export const refusalLeads = (
  req: IncomingMessage,
  found: Found,
  { code }: Refused,
): string | null => (foreign.includes(code) ? null : formLeads(req, found, null))

export function leadOn(res: ServerResponse, location: string): void {
  res.writeHead(303, { location: at(location), 'cache-control': 'no-store' }).end()
}
