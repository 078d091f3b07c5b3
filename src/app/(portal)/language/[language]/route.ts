import { backWith } from '@/app/(portal)/backWith'
import { isLanguage, languageCookie } from '@/i18n/language'

type Asked = { params: Promise<{ language: string }> }

/** The footer's switch: a plain link, so that it works without JavaScript; leads back where it was clicked. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { language } = await params
  const kept = `${languageCookie}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`
  return backWith(request, isLanguage(language) ? kept : null)
}
