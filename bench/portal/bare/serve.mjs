import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'

const port = Number(process.env.PORT)
const dir = fileURLToPath(new URL('.', import.meta.url))
const app = next({ dir, hostname: '127.0.0.1', port })
await app.prepare()
const handle = app.getRequestHandler()
createServer((request, response) => void handle(request, response)).listen(port, '127.0.0.1')
