/* As Payload generates it, but for `sendElsewhere`, `shownAs` and `pageTitle`. */
import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { pageTitle, sendElsewhere, shownAs } from '@/components/admin/routing'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<{ [key: string]: string | string[] }>
}

export async function generateMetadata({ params, searchParams }: Args): Promise<Metadata> {
  const { segments = [] } = await params
  const [metadata, title] = await Promise.all([
    generatePageMetadata({ config, params, searchParams }),
    pageTitle(config, segments, await searchParams),
  ])
  return title ? { ...metadata, title } : metadata
}

const Page = async ({ params, searchParams }: Args) => {
  const { segments = [] } = await params
  await sendElsewhere(config, segments, await searchParams)
  const shown = shownAs(segments)
  return RootPage({
    config,
    importMap,
    params: shown ? Promise.resolve({ segments: shown }) : params,
    searchParams,
  })
}

export default Page
