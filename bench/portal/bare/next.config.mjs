import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Packages stand above this folder.
  turbopack: { root: fileURLToPath(new URL('../../..', import.meta.url)) },
}

export default config
