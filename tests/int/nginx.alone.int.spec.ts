import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { copyData } from '../server/database.mjs'
import { freePort } from '../server/freePort.mjs'
import { launch, password } from '../server/launch.mjs'
import { freshData } from '../server/run'
import type { Body } from './answers'

const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path))
const behind = nginx ? describe : describe.skip
const folder = mkdtempSync(join(tmpdir(), 'zhiku-nginx-'))
const dataDir = join(folder, 'data')
const site = 'https://zhiku.example.cn'

let server: Awaited<ReturnType<typeof launch>>
let proxy: ChildProcess
let port: number

/** The example as it stands, on ports of our own and with a certificate made for it. */
async function startNginx() {
  const [cert, key] = [join(folder, 'site.pem'), join(folder, 'site.key')]
  const subject = ['-subj', '/CN=zhiku.example.cn', '-days', '2', '-nodes', '-newkey', 'rsa:2048']
  execFileSync('openssl', ['req', '-x509', ...subject, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  })
  port = await freePort()
  const example = readFileSync('docs/nginx/zhiku.conf', 'utf8')
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${server.port}`)
    .replace('listen 80;', `listen 127.0.0.1:${await freePort()};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
    .replace('/etc/ssl/zhiku.example.cn.pem', cert)
    .replace('/etc/ssl/zhiku.example.cn.key', key)
  mkdirSync(join(folder, 'tmp'))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, 'tmp', name)};`)
    .join('\n')
  const conf = join(folder, 'nginx.conf')
  writeFileSync(
    conf,
    `daemon off;\nmaster_process off;\npid ${join(folder, 'pid')};\nerror_log ${join(folder, 'log')};\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${example}\n}\n`,
  )
  proxy = spawn(nginx!, ['-p', folder, '-e', join(folder, 'log'), '-c', conf], { stdio: 'ignore' })
  while (!(await isListening())) {
    if (proxy.exitCode !== null) throw new Error(readFileSync(join(folder, 'log'), 'utf8'))
    await pause(50)
  }
}

const isListening = () =>
  new Promise<boolean>((told) => {
    const trial = connect(port, '127.0.0.1', () => {
      trial.end()
      told(true)
    })
    trial.once('error', () => told(false))
  })

behind(
  nginx ? 'behind the nginx of docs/nginx' : 'nginx is not installed: apt-get install nginx',
  () => {
    beforeAll(async () => {
      await copyData(freshData, dataDir)
      const env = { ZHIKU_URL: site, ZHIKU_TRUSTED_PROXIES: '127.0.0.1' }
      server = await launch({ dataDir, pages: true, env })
      await startNginx()
    }, 180_000)
    afterAll(async () => {
      proxy?.kill()
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    type Asked = {
      from?: string
      method?: string
      headers?: Record<string, string>
      body?: string | Buffer
    }

    /** As a browser at this address asks, 127.0.0.2 being somebody else than 127.0.0.3. */
    const ask = (
      path: string,
      { from = '127.0.0.2', method = 'GET', headers = {}, body }: Asked = {},
    ) =>
      new Promise<{ status?: number; headers: Record<string, unknown>; body: string }>(
        (told, failed) => {
          const host = { host: 'zhiku.example.cn', ...headers }
          const options = {
            host: '127.0.0.1',
            port,
            path,
            method,
            localAddress: from,
            headers: host,
          }
          const asked = request(
            { ...options, rejectUnauthorized: false, agent: false },
            (answer) => {
              let text = ''
              answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
              answer.on('end', () =>
                told({ status: answer.statusCode, headers: answer.headers, body: text }),
              )
            },
          )
          asked.once('error', failed)
          asked.end(body)
        },
      )
    const signIn = (from: string, more: Record<string, string> = {}, word = password) =>
      ask('/api/users/login', {
        ...{ from, method: 'POST', body: JSON.stringify({ username: 'staff', password: word }) },
        headers: { 'content-type': 'application/json', ...more },
      })

    it('each visitor has their own measure, and cannot take another’s by what they send', async () => {
      const path = '/api/public/search?q=a&page=0'
      for (let n = 0; n < 300; n += 1) await ask(path)
      const forged = { 'x-forwarded-for': '203.0.113.7', forwarded: 'for=203.0.113.7' }
      const answers = [
        await ask(path),
        await ask(path, { headers: forged }),
        await ask(path, { from: '127.0.0.3' }),
        await ask(path, { from: '127.0.0.3', headers: { 'x-forwarded-for': '127.0.0.2' } }),
      ]
      expect(answers.map(({ status }) => status)).toEqual([429, 429, 400, 400])
    })

    it('wrong passwords lock for the visitor who guessed', async () => {
      for (let guess = 0; guess < 6; guess += 1) await signIn('127.0.0.4', {}, 'falsch-2026')
      const forged = { 'x-forwarded-for': '203.0.113.8' }
      expect(JSON.parse((await signIn('127.0.0.4', forged)).body)).toMatchObject({ code: 'locked' })
      expect((await signIn('127.0.0.5')).status).toBe(200)
    })

    it('the session’s cookie is for https alone', async () => {
      const { headers } = await signIn('127.0.0.6')
      expect(String(headers['set-cookie'])).toMatch(/HttpOnly.*; Secure/)
    })

    it('what a desk is told comes through at once, though its answer has no end', async () => {
      const { headers } = await signIn('127.0.0.8', { origin: site })
      const cookie = String(headers['set-cookie']).split(';')[0]!
      const first = await new Promise<string>((told, failed) => {
        const asked = request({
          ...{ host: '127.0.0.1', port, path: '/api/desk/events', localAddress: '127.0.0.8' },
          ...{ headers: { host: 'zhiku.example.cn', cookie }, rejectUnauthorized: false },
          agent: false,
        })
        asked.once('error', failed)
        asked.once('response', (answer) => {
          let text = ''
          answer.on('data', (chunk: Buffer) => {
            text += chunk.toString()
            if (!/\n\n$/.test(text) || !text.includes('event: ')) return
            asked.destroy()
            told(text)
          })
          answer.once('end', () => failed(new Error(`It ended: ${text}`)))
        })
        asked.end()
      })
      expect(first).toContain('event: bulletins\ndata: {"bulletins":[')
    })

    it('pages of ours work, and those of other sites do not', async () => {
      expect((await signIn('127.0.0.6', { origin: site })).status).toBe(200)
      const foreign = await signIn('127.0.0.6', { origin: 'https://evil.example' })
      expect(foreign.status).toBe(403)
      expect((await ask('/login')).status).toBe(200)
    })

    it('links name the address that was set, whatever was sent', async () => {
      const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'javascript' }
      for (const path of ['/robots.txt', '/sitemap.xml']) {
        const { body } = await ask(path, { headers })
        expect(body).toContain(site)
        expect(body).not.toMatch(/evil|javascript|127\.0\.0\.1/)
      }
    })

    it('what is too large is refused in Zhiku’s own words', async () => {
      const { body: signed } = await signIn('127.0.0.6')
      const { token } = JSON.parse(signed) as Body
      const answer = await ask('/api/media', {
        ...{ method: 'POST', body: Buffer.alloc(23_000_000) },
        headers: { authorization: `JWT ${token}`, 'content-type': 'application/octet-stream' },
      })
      expect(answer.status).toBe(413)
      expect(JSON.parse(answer.body)).toMatchObject({
        code: 'tooLarge',
        detail: expect.stringMatching(/21 MB/),
      })
    })
  },
)
