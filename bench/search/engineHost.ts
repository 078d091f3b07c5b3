import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closeSearchEngine, searchEngine } from '@/search'
import { usualSynonyms } from '@/search/text/words'
import { createLanguage } from '@/search/text/vocabulary'
import { pressed, type Load } from './pressed'

// A process that holds the engine and nothing else: asked over IPC (the engine alone), or over a bare
// node:http server that answers what the engine answers.
const language = createLanguage([], usualSynonyms)
const engine = searchEngine()

/** What our API asks the engine for an agent. */
const search = (text: string) =>
  engine.search({
    ...{ text, vocabulary: language.touching(text), exclude: [] },
    ...{ audience: { sees: 'everything' }, now: Date.now(), page: 1, pageSize: 20 },
  })

const server = createServer((request, response) => {
  const text = new URL(request.url ?? '/', 'http://localhost').searchParams.get('q') ?? ''
  search(text).then(
    (page) => response.setHeader('content-type', 'application/json').end(JSON.stringify(page)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})

process.on('message', (load: Load) => {
  void pressed(search, load).then((answered) => process.send?.({ pressed: answered }))
})
process.on('disconnect', () => void end())

await engine.ping()
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port })
})

async function end() {
  server.close()
  server.closeAllConnections()
  await closeSearchEngine()
  process.exit(0)
}
