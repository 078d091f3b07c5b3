import type { ServerProps } from 'payload'
import { env } from '@/env'
import { adminTexts } from '@/i18n/adminTexts'

/** On every page of the admin while the demo city is loaded. */
export function DemoNotice({ i18n }: ServerProps) {
  if (!env.isDemo) return null
  const texts = adminTexts[i18n.language === 'en' ? 'en' : 'zh']
  return (
    <aside className="zk-demo" aria-label={texts.demoTitle}>
      {texts.demo}
    </aside>
  )
}
