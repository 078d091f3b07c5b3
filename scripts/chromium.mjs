import { existsSync } from 'node:fs'

/** Debian's; the shell without a window's parts is the same browser and takes a third less time. */
const known = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** The browser of the tests, where there is one. */
export const chromium = known.find((path) => existsSync(path))
