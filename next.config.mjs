import { withPayload } from '@payloadcms/next/withPayload'
import { basePath } from './scripts/basePath.mjs'
import { unbundled } from './scripts/sources.mjs'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  basePath: basePath(process.env.ZHIKU_URL),
  // `npm run check` has checked them; a newcomer's first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // They hold native code or load files beside them.
  serverExternalPackages: unbundled,
  // Title and canonical address stand in the head, and a page whose title fails is none: pages are kept for everybody,
  // search engines among them (src/front/pages).
  htmlLimitedBots: /./,
  // For the first start, which waits for it. The cache made it 10 s longer and 225 MB larger, and only a build after a
  // change 11 s shorter; nobody reads the maps; with their whole names functions are found in the log.
  experimental: {
    turbopackSourceMaps: process.env.NODE_ENV !== 'production',
    turbopackFileSystemCacheForBuild: false,
    serverMinification: false,
  },
}

export default withPayload(config)
