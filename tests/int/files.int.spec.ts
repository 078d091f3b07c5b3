import { beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { anyone, as, type Person } from '../server/people'
import type { Body, Row } from './answers'
import { foundCity, hire } from './city'
import { approve, complete, submit, write, type Entry } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let image: Buffer
beforeAll(async () => {
  city = await foundCity()
  image = await picture()
})

const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: { r: 200, g: 30, b: 30 } } })
    .withExif({ IFD0: { Copyright: 'GEHEIM', ImageDescription: 'GEHEIM' } })
    .jpeg()
    .toBuffer()
const pdf = (text = '办事指南') =>
  Buffer.from(`%PDF-1.4\n% ${text}\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF`)

async function upload(person: Person, name: string, type: string, data: Buffer | string) {
  const body = new FormData()
  body.set('file', new Blob([Buffer.from(data)], { type }), name)
  const answer = await person.fetch('/api/media', { method: 'POST', body })
  return { status: answer.status, body: (await answer.json()) as Body }
}
async function file(): Promise<Row> {
  const { status, body } = await upload(city.editor, '指南.pdf', 'application/pdf', pdf())
  expect(status).toBe(201)
  return body.doc
}

describe('what is taken', () => {
  it('13.1 an editor adds images and documents, stored under the hash of what they contain', async () => {
    const { status, body } = await upload(city.editor, '照片.jpg', 'image/jpeg', image)
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      name: '照片.jpg',
      mimeType: 'image/jpeg',
      unit: city.bureau.id,
      filename: expect.stringMatching(/^[0-9a-f]{64}(-\d+)?\.jpg$/),
    })
  })

  it('13.2 an image loses where and with what it was taken', async () => {
    const { body } = await upload(city.editor, 'a.jpg', 'image/jpeg', image)
    const stored = await city.editor.fetch(`/api/media/file/${String(body.doc.filename)}`)
    expect(stored.status).toBe(200)
    const bytes = Buffer.from(await stored.arrayBuffer())
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    expect(bytes.includes('GEHEIM')).toBe(false)
  })

  it.each([
    [
      'a drawing with a script',
      'a.svg',
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ['a page', 'a.html', 'text/html', '<html><script>alert(1)</script></html>'],
    [
      'a page that says it is a document',
      'a.pdf',
      'application/pdf',
      '<html><script>alert(1)</script></html>',
    ],
    ['a page that says it is an image', 'a.png', 'image/png', '<html><body onload=alert(1)>'],
    [
      'a program that says it is an image',
      'a.png',
      'image/png',
      Buffer.from(`MZ${'\0'.repeat(300)}`),
    ],
    ['a program', 'a.exe', 'application/x-msdownload', Buffer.from(`MZ${'\0'.repeat(300)}`)],
    ['a script', 'a.js', 'application/javascript', 'alert(1)'],
    [
      'an archive',
      'a.zip',
      'application/zip',
      Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
    ],
    [
      'half an image',
      'a.jpg',
      'image/jpeg',
      Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    ],
    ['nothing', 'a.pdf', 'application/pdf', ''],
  ])('13.3 %s is refused', async (_what, name, type, data) => {
    expect((await upload(city.editor, name, type, data)).status).toBe(400)
  })

  it('13.4 what is called a page but is a document is stored as a document', async () => {
    const { body } = await upload(city.editor, 'a.html', 'text/html', pdf('改名'))
    expect(body.doc).toMatchObject({ mimeType: 'application/pdf', name: 'a.pdf' })
    expect(body.doc.filename).toMatch(/\.pdf$/)
  })

  it('13.5 a name leads nowhere and breaks nothing', async () => {
    const evil = '../../../etc/x"\r\nSet-Cookie: a=b;<script>.pdf'
    const { body } = await upload(city.editor, evil, 'application/pdf', pdf('路径'))
    expect(body.doc.name).not.toMatch(/[/\\"<>\r\n:]/)
    expect(body.doc.filename).toMatch(/^[0-9a-f]{64}(-\d+)?\.pdf$/)
  })

  it('13.6 only editors add files', async () => {
    const others = [city.approver, await as('centre'), await as('agent'), await as('operator')]
    for (const person of others) {
      expect((await upload(person, 'a.pdf', 'application/pdf', pdf())).status).toBe(403)
    }
    expect((await upload(anyone(), 'a.pdf', 'application/pdf', pdf())).status).toBe(401)
  })

  it.each([
    '?uploadEdits[widthInPixels]=5&uploadEdits[heightInPixels]=5',
    '?uploadEdits[crop][x]=1',
    '',
  ])('13.7 the server fetches no file from an address it is given: %s', async (query) => {
    const url = 'http://127.0.0.1:9/secret.png'
    const sent = { filename: 'x.png', url, mimeType: 'image/png', uploadEdits: { crop: { x: 1 } } }
    const byBody = await city.editor.post<Body>(`/api/media${query}`, sent)
    expect(byBody.status).toBe(400)
    const local = { ...sent, url: '/api/media/file/x', filename: 'zhiku.db' }
    expect((await city.editor.post(`/api/media${query}`, local)).status).toBe(400)
    const pasted = await city.editor.get(`/api/media/paste-url?src=${url}`)
    expect(pasted.status).toBeGreaterThanOrEqual(400)
  })
})

describe('who gets a file', () => {
  it('13.8 a file of another unit is not there: neither listed, nor by id, nor its content', async () => {
    const doc = await file()
    for (const person of [city.stranger, await as('agent'), await as('operator'), anyone()]) {
      const one = await person.get(`/api/media/${doc.id}`)
      expect([401, 403, 404]).toContain(one.status)
      const bytes = await person.fetch(`/api/media/file/${String(doc.filename)}`)
      expect([401, 403, 404]).toContain(bytes.status)
      const list = await person.get(`/api/media?where[id][equals]=${doc.id}`)
      expect(JSON.stringify(list.body)).not.toContain(String(doc.filename))
    }
  })

  it('13.9 a file is never changed or deleted', async () => {
    const doc = await file()
    const people = [city.editor, city.approver, await as('centre'), await as('operator')]
    for (const person of people) {
      expect((await person.patch(`/api/media/${doc.id}`, { name: '改' })).status).toBe(403)
      expect((await person.delete(`/api/media/${doc.id}`)).status).toBe(403)
    }
  })

  it('13.10 what the server knows of a file is not taken from what is sent', async () => {
    const body = new FormData()
    const wishes = { unit: city.elsewhere.id, hash: 'x', name: 'evil.html', id: 'mine' }
    body.set('_payload', JSON.stringify(wishes))
    body.set('file', new Blob([pdf('愿望')]), 'a.pdf')
    const answer = await city.editor.fetch('/api/media', { method: 'POST', body })
    const { doc } = (await answer.json()) as Body
    expect(doc).toMatchObject({ unit: city.bureau.id, name: 'a.pdf' })
    expect(doc.id).not.toBe('mine')
    expect(doc.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('13.11 readers get a file as soon as a text they may read lists it, and not before', async () => {
    const agent = await as('agent')
    const staff = await hire(city.elsewhere, 'staff')
    const doc = (await upload(city.editor, '新表.pdf', 'application/pdf', pdf('新表'))).body.doc
    const path = `/files/${String(doc.hash)}/${encodeURIComponent(String(doc.name))}`
    const statuses = async () =>
      Promise.all([agent, staff, anyone()].map(async (who) => (await who.fetch(path)).status))
    const entry: Entry = await write(city.editor, city.bureau, { attachments: [doc.id] })
    await submit(city.editor, entry)
    expect(await statuses()).toEqual([404, 404, 404])
    await approve(city.approver, entry)
    expect(await statuses()).toEqual([200, 404, 404])
    const open = { openToUnits: true, openToPublic: true, attachments: [doc.id] }
    const second = await write(city.editor, city.bureau, complete(city.bureau, open))
    await approve(city.approver, await submit(city.editor, second))
    expect(await statuses()).toEqual([200, 200, 200])
  })

  it('13.12 a file comes as what it is, and as nothing a browser would run', async () => {
    const doc = (await upload(city.editor, '样表.pdf', 'application/pdf', pdf('样表'))).body.doc
    const open = { openToUnits: true, openToPublic: true, attachments: [doc.id] }
    const entry = await write(city.editor, city.bureau, open)
    await approve(city.approver, await submit(city.editor, entry))
    const got = await anyone().fetch(`/files/${String(doc.hash)}/x.html`)
    expect(got.headers.get('content-type')).toMatch(/^application\/pdf/)
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    const wrong = ['/files/../x', '/files/%2e%2e%2fzhiku.db/x', "/files/a' or 1=1/x", '/files/0/x']
    for (const path of wrong) expect((await anyone().fetch(path)).status).toBe(404)
  })

  it('13.14 a download goes on where it stopped, and what a browser kept is not sent again', async () => {
    const name = '关于〔2024〕5号《办法》（试行）—附件1.pdf'
    const sent = await upload(city.editor, name, 'application/pdf', pdf('续传'))
    const { doc } = sent.body
    expect(doc.name).toBe(name)
    const open = { openToUnits: true, openToPublic: true, attachments: [doc.id] }
    const entry = await write(city.editor, city.bureau, open)
    await approve(city.approver, await submit(city.editor, entry))
    const path = `/files/${String(doc.hash)}/${encodeURIComponent(name)}`
    const get = (headers: Record<string, string>, method = 'GET') =>
      anyone().fetch(path, { headers, method })
    const whole = await get({})
    const bytes = Buffer.from(await whole.arrayBuffer())
    const etag = whole.headers.get('etag') ?? ''
    const changed = whole.headers.get('last-modified') ?? ''
    expect(whole.headers.get('content-disposition')).toContain(encodeURIComponent('〔2024〕5号'))
    expect(whole.headers.get('accept-ranges')).toBe('bytes')

    const part = await get({ range: 'bytes=10-19', 'if-range': etag })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${bytes.length}`)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))
    const rest = await get({ range: 'bytes=-5' })
    expect(Buffer.from(await rest.arrayBuffer())).toEqual(bytes.subarray(-5))
    const beyond = await get({ range: `bytes=${bytes.length}-` })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([
      416,
      `bytes */${bytes.length}`,
    ])
    expect((await get({ range: 'bytes=0-4', 'if-range': '"other"' })).status).toBe(200)
    expect((await get({ range: 'lines=0-4' })).status).toBe(200)
    expect((await get({ 'if-none-match': etag })).status).toBe(304)
    expect((await get({ 'if-modified-since': changed })).status).toBe(304)
    const head = await get({}, 'HEAD')
    expect(head.headers.get('content-length')).toBe(String(bytes.length))
  })

  it('13.15 whoever may read a copy gets its file under its name; what is stored nowhere is not found', async () => {
    const doc = (await upload(city.editor, '清单.pdf', 'application/pdf', pdf('清单'))).body.doc
    for (const person of [city.editor, city.approver, await as('centre')]) {
      const got = await person.fetch(`/api/media/file/${String(doc.filename)}`)
      expect(got.status).toBe(200)
      expect(got.headers.get('content-disposition')).toContain(encodeURIComponent('清单.pdf'))
      expect(got.headers.get('cache-control')).toBe('no-store')
      const missing = await person.fetch(`/api/media/file/${'0'.repeat(64)}.pdf`)
      expect([403, 404]).toContain(missing.status)
    }
  })

  it('13.13 an upload without a file is refused', async () => {
    expect(await city.editor.post('/api/media', {})).toMatchObject({ status: 400 })
  })
})
