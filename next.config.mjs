import { withPayload } from '@payloadcms/next/withPayload'
import { unbundled } from './scripts/sources.mjs'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm run check` has checked them; a newcomer's first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // They hold native code or load files beside them.
  serverExternalPackages: unbundled,
  // A first start builds once, and nobody reads what these add: so it takes half the time and a sixth of the disk, and
  // what went wrong is logged by the functions' own names.
  experimental: {
    turbopackSourceMaps: process.env.NODE_ENV !== 'production',
    turbopackFileSystemCacheForBuild: false,
    serverMinification: false,
  },
}

export default withPayload(config)
