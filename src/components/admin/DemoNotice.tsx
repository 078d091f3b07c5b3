import type { ServerProps } from 'payload'
import { env } from '@/env'
import { adminTexts } from '@/i18n/adminTexts'

/** On every page of the admin while the demo city is loaded. */
export function DemoNotice({ i18n }: ServerProps) {
  if (!env.isDemo) return null
  return <p className="zk-demo">{adminTexts[i18n.language === 'en' ? 'en' : 'zh'].demo}</p>
}
