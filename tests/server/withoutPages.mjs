import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import { compileOnce, keepCompiled } from './compiledOnce.mjs'

compileOnce()
// What Next gives its own modules, before any of them is loaded.
globalThis.AsyncLocalStorage = AsyncLocalStorage
process.env.NEXT_RUNTIME = 'nodejs'
const { startServer } = await import('../../server.mjs')

/** A server whose whole API is the built one's and that has no pages: it starts in about half the time. */
await startServer({
  openPages: async ({ dir }) => {
    const { register } = await createRequire(dir)('./.next/server/instrumentation.js')
    await register()
    return async (_request, response) => {
      response.writeHead(404).end()
    }
  },
})
keepCompiled()
