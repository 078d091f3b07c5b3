/* As Payload generates it, but for what it shows. */
import config from '@payload-config'
import type { Metadata } from 'next'

import { Missing } from '@/components/admin/AdminPage'
import { whoIsHere } from '@/components/admin/routing'
import { missingTexts } from '@/i18n/adminPages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await whoIsHere(config)
  return { title: `${missingTexts[language].title} · 知库` }
}

const Page = () => <Missing config={config} />

export default Page
