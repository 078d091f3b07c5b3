import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm run check` has checked them; a newcomer's first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // They hold native code or load files beside them.
  serverExternalPackages: [
    '@elastic/elasticsearch',
    '@libsql/client',
    'libsql',
    '@node-rs/jieba',
    'nodemailer',
    'opencc-js',
    'pinyin-pro',
    'sharp',
  ],
}

export default withPayload(config)
