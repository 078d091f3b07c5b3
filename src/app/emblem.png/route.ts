import { getPayload } from 'payload'
import config from '@payload-config'
import { readSite } from '@/reading/site'

// Next 16.4 takes a file of this name for fixed unless told otherwise.
export const dynamic = 'force-dynamic'

/** The emblem of the site as it was approved, and no other. An address that names it by its content is kept for good. */
export async function GET(request: Request): Promise<Response> {
  const { content, emblemKey } = await readSite(await getPayload({ config }))
  if (emblemKey === null) return new Response(null, { status: 404 })
  const isNamed = new URL(request.url).searchParams.get('v') === emblemKey
  return new Response(Buffer.from(content.emblem, 'base64'), {
    headers: {
      'content-type': 'image/png',
      'cache-control': isNamed ? 'public, max-age=31536000, immutable' : 'no-store',
    },
  })
}
