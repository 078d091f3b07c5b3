import { robotsOf } from '@/app/robotsFile'
import { env } from '@/env'

// Next 16.4 takes a file of this name for fixed unless told otherwise.
export const dynamic = 'force-dynamic'

export function GET(): Response {
  return new Response(robotsOf(env.site), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
