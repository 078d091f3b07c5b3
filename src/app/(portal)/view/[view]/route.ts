import { backWith } from '@/app/(portal)/backWith'
import { isView, viewCookie } from '@/i18n/accessibility'

type Asked = { params: Promise<{ view: string }> }

/** 长辈版: switched as the language is, by a plain link; `usual` forgets it. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { view } = await params
  const kept = (value: string, seconds: number) =>
    `${viewCookie}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax`
  if (view === 'usual') return backWith(request, kept('', 0))
  return backWith(request, isView(view) ? kept(view, 31_536_000) : null)
}
