import { at } from '@/base'

/** The page of this site where somebody clicked, whatever else the referrer says; a redirect back to it. */
export function backWith(request: Request, cookie: string | null): Response {
  const headers = new Headers({ location: at(cameFrom(request)), 'cache-control': 'no-store' })
  if (cookie) headers.set('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

function cameFrom(request: Request): string {
  const referrer = request.headers.get('referer')
  if (!referrer || !URL.canParse(referrer)) return '/'
  const { host, pathname, search } = new URL(referrer)
  const isOurs = host === request.headers.get('host') && !pathname.startsWith('//')
  return isOurs ? pathname + search : '/'
}
