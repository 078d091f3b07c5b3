/* As Payload generates it, but for `sendElsewhere`. */
import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'

import { sendElsewhere } from '@/components/admin/sendElsewhere'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<{ [key: string]: string | string[] }>
}

export const generateMetadata = ({ params, searchParams }: Args): Promise<Metadata> =>
  generatePageMetadata({ config, params, searchParams })

const Page = async ({ params, searchParams }: Args) => {
  await sendElsewhere(config, (await params).segments ?? [])
  return RootPage({ config, importMap, params, searchParams })
}

export default Page
