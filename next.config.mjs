import { withPayload } from '@payloadcms/next/withPayload'
import { unbundled } from './scripts/sources.mjs'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm run check` has checked them; a newcomer's first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // They hold native code or load files beside them.
  serverExternalPackages: unbundled,
}

export default withPayload(config)
