import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { isOfCitizens } from '@/front/pages/ofCitizens'
import { renderPageFor, type Pages } from '@/front/pages/renderPage'
import { withoutNext } from '@/front/pages/withoutNext'

const script = '/_next/static/islands/AB12.js'

/** As Next 16.4 writes one, without most of its words. */
const made = (body: string) =>
  '<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/>' +
  '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
  '<link rel="preload" href="/emblem.png" as="image"/>' +
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>' +
  '<script src="/_next/static/chunks/c.js" async=""></script><title>社保</title>' +
  '<script src="/_next/static/chunks/d.js" noModule=""></script></head>' +
  `<body>${body}<script src="/_next/static/chunks/b.js" id="_R_" async=""></script>` +
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script>' +
  '<script>self.__next_f.push([1,"\\u003c/script>"])</script></body></html>'

const words = '<p>怎么&lt;script&gt;办</p>'
const island = '<div class="island" data-island="PrintButton" data-given="{}"></div>'
const data = '<script type="application/ld+json">{"name":"社保"}</script>'

describe('a page of citizens', () => {
  it('runs nothing of Next’s, and keeps its looks, its words and what it tells search engines', () => {
    const page = withoutNext(made(words + data), script)
    expect(page).toBe(
      '<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/>' +
        '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
        `<title>社保</title></head><body>${words}${data}</body></html>`,
    )
  })

  it('loads what makes its islands alive where it has some', () => {
    expect(withoutNext(made(words + island), script)).toContain(
      `<script type="module" src="${script}"></script></head><body>${words}${island}</body>`,
    )
  })

  it.each([
    ['comes late', '<!--$?--><template id="B:0"></template><p>…</p><!--/$-->'],
    ['is put in its place', '<div hidden id="S:0">迟</div><script>$RC("B:0","S:0")</script>'],
    ['failed', '<script>$RX("B:0","1")</script>'],
  ])('stays as it is where Next’s scripts have to finish it: a part of it %s', (_, part) => {
    expect(withoutNext(made(words + part), script)).toBeNull()
  })
})

const asked = (headers: Record<string, string>) => {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'GET', url: '/search?q=社保' })
  Object.assign(request.headers, headers)
  return request
}

async function rendered(pages: Pages, headers: Record<string, string> = {}) {
  const page = await renderPageFor({ pages, script }, asked(headers))
  return { ...page, body: gunzipSync(page.zipped).toString() }
}

describe('a page that is made for whoever asks', () => {
  it('is asked of Next as it was asked, and told as Next tells it', async () => {
    let seen: IncomingMessage | undefined
    const page = await rendered(
      async (request, response) => {
        seen = request
        response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'a=b' })
        response.end(made(words))
      },
      { cookie: 'payload-token=x', 'accept-encoding': 'gzip' },
    )
    expect(seen?.url).toBe('/search?q=社保')
    // What is compressed cannot be read here.
    expect(seen?.headers).toEqual({ cookie: 'payload-token=x', 'accept-encoding': 'identity' })
    expect(page).toMatchObject({ status: 404, hasScripts: false })
    expect(page.headers['set-cookie']).toBe('a=b')
    expect(page.body).not.toContain('__next_f')
  })

  it('is left alone where it is no page', async () => {
    const page = await rendered(async (_, response) => {
      response.setHeader('content-type', 'text/plain')
      response.end('<script>')
    })
    expect(page).toMatchObject({ hasScripts: true, body: '<script>' })
  })

  it.each([
    ['zh', '页面暂时打不开', '再试一次'],
    ['en', 'This page', 'Try again'],
  ])(
    'says without scripts that it failed, in the language of whoever reads: %s',
    async (...given) => {
      const [language, title, again] = given
      const page = await rendered(
        async (_, response) => {
          response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' })
          response.end(`<html id="__next_error__"><head></head><body>${island}</body></html>`)
        },
        { cookie: `zhiku-language=${language}` },
      )
      expect(page).toMatchObject({ status: 500, hasScripts: false })
      for (const said of [title, again, 'tel:12345']) expect(page.body).toContain(said)
      expect(page.body).not.toContain('<script')
    },
  )
})

describe('whose page it is', () => {
  const is = (path: string, more: object = {}) =>
    isOfCitizens({ method: 'GET', headers: {}, ...more } as unknown as IncomingMessage, path)

  it.each(['/', '/e/ZS000001', '/search', '/report', '/units/a-1', '/nowhere/at/all', '/desks'])(
    '%s is for citizens',
    (path) => expect(is(path)).toBe(true),
  )

  it.each([
    ...['/desk', '/desk/updates', '/admin', '/admin/login', '/login', '/logout', '/locked'],
    ...['/password', '/preview/abc', '/preview/site/abc/home', '/_next/image', '/favicon.ico'],
  ])('%s is not', (path) => expect(is(path)).toBe(false))

  it('is Next’s where its router asks, or where something is sent', () => {
    expect(is('/', { headers: { rsc: '1' } })).toBe(false)
    expect(is('/', { method: 'POST' })).toBe(false)
  })
})
