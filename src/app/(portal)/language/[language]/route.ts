import { at } from '@/base'
import { isLanguage, languageCookie } from '@/i18n/language'

type Asked = { params: Promise<{ language: string }> }

/** The footer's switch: a plain link, so that it works without JavaScript; leads back where it was clicked. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { language } = await params
  const headers = new Headers({ location: at(cameFrom(request)), 'cache-control': 'no-store' })
  if (isLanguage(language)) {
    headers.set(
      'set-cookie',
      `${languageCookie}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`,
    )
  }
  return new Response(null, { status: 303, headers })
}

/** Only ever a path of this site, whatever the referrer says. */
function cameFrom(request: Request): string {
  const referrer = request.headers.get('referer')
  if (!referrer || !URL.canParse(referrer)) return '/'
  const { host, pathname, search } = new URL(referrer)
  const isOurs = host === request.headers.get('host') && !pathname.startsWith('//')
  return isOurs ? pathname + search : '/'
}
