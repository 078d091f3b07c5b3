import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElasticsearchSettings } from '@/env'
import { connect } from '@/search/engines/elasticsearch/client'

let openssl: string | null = null
try {
  openssl = execFileSync('openssl', ['version']).toString().trim()
} catch {
  openssl = null
}
const name = 'a secured cluster'
const suite = openssl ? describe : describe.skip

// A server of our own in the cluster's place: it answers whoever signed in and keeps what it was sent.
suite(openssl ? name : `${name} (skipped: no openssl to make a certificate with)`, () => {
  let folder: string
  let server: Server
  let url: string
  let sent: (string | undefined)[]

  const certificate = (of: string) => {
    const [key, cert] = [join(folder, `${of}.key`), join(folder, `${of}.pem`)]
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-keyout', key, '-out', cert, '-days', '2', '-subj', `/CN=${of}`],
        ...['-addext', 'subjectAltName=IP:127.0.0.1'],
      ],
      { stdio: 'ignore' },
    )
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  }
  const ask = async (more: Partial<ElasticsearchSettings>) => {
    const clients = connect({ url, prefix: 'zhiku', ...more })
    try {
      return await clients.reading.info()
    } finally {
      await clients.close()
    }
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhiku-tls-'))
    sent = []
    server = createServer(certificate('cluster'), (request, response) => {
      sent.push(request.headers.authorization)
      response.setHeader('x-elastic-product', 'Elasticsearch')
      response.setHeader('content-type', 'application/json')
      response.statusCode = request.headers.authorization ? 200 : 401
      response.end(JSON.stringify({ name: 'one', version: { number: '8.19.0' } }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  })

  it('is spoken to where the named authority signed its certificate, with an API key', async () => {
    const ca = readFileSync(join(folder, 'cluster.pem'), 'utf8')
    expect(await ask({ ca, apiKey: 'aGVsbG86d29ybGQ=' })).toMatchObject({ name: 'one' })
    expect(sent.at(-1)).toBe('ApiKey aGVsbG86d29ybGQ=')
  })

  it('is spoken to with a user and a password', async () => {
    const ca = readFileSync(join(folder, 'cluster.pem'), 'utf8')
    await ask({ ca, username: 'zhiku', password: '口令' })
    expect(sent.at(-1)).toBe(`Basic ${Buffer.from('zhiku:口令').toString('base64')}`)
  })

  it('is told nothing where another authority, or none that is known, signed its certificate', async () => {
    const before = sent.length
    const { cert: ca } = certificate('another')
    await expect(ask({ ca, apiKey: 'aGVsbG86d29ybGQ=' })).rejects.toThrow(/certificate/i)
    await expect(ask({ apiKey: 'aGVsbG86d29ybGQ=' })).rejects.toThrow(/certificate/i)
    expect(sent).toHaveLength(before)
  })
})
