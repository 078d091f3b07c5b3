import { beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { anyone, as, type Person } from '../server/people'
import type { Body, Row } from './answers'
import { found, foundCity, hire, unique } from './city'
import {
  approve,
  publish,
  review,
  saved,
  step,
  submit,
  take,
  text,
  write,
  type Entry,
} from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
beforeAll(async () => {
  city = await foundCity()
})

const base = { version: 1, direction: 'ltr', format: '', indent: 0 }
const node = (type: string, children: unknown[], more: object = {}) => ({
  ...base,
  type,
  children,
  ...more,
})
const words = (written: string, format = 0) => ({ type: 'text', version: 1, text: written, format })
const textOf = (...children: unknown[]) => ({ root: node('root', children) })
const paragraph = (...children: unknown[]) => node('paragraph', children)
const block = (blockType: string, fields: object) => ({
  ...{ type: 'block', version: 2, format: '' },
  fields: { id: unique(), blockName: '', blockType, ...fields },
})
const picture = (value: string, fields: object = {}) => ({
  ...{ type: 'upload', version: 3, format: '', id: unique(), relationTo: 'media', value, fields },
})

async function send(person: Person, name: string, { r = 200 } = {}): Promise<Row> {
  const color = { r, g: Math.floor(Math.random() * 255), b: Math.floor(Math.random() * 255) }
  const image = await sharp({ create: { width: 9, height: 7, channels: 3, background: color } })
    .png()
    .toBuffer()
  const body = new FormData()
  body.set('file', new Blob([Uint8Array.from(image)], { type: 'image/png' }), name)
  const answer = await person.fetch('/api/media', { method: 'POST', body })
  return ((await answer.json()) as Body).doc
}

const read = async (person: Person, entry: Entry) =>
  (await person.get<Row>(`/api/entries/${entry.number}`)).body

describe('a text, whichever way it comes', () => {
  it('41.1 is stored as it was meant: m² a word, what is struck out struck out, links that lead nowhere words', async () => {
    const link = (url: string, name: string) => node('link', [words(name)], { fields: { url } })
    const entry = await publish(city, city.bureau, {
      body: textOf(
        node('heading', [words('标准')], { tag: 'h1' }),
        node('heading', [words('面积')], { tag: 'h2' }),
        paragraph(words('每10m'), words('2', 64), words('收'), words('100元', 4), words('80元')),
        paragraph(link('file:///C:/a.doc', '表格'), link('https://www.gov.cn/', '政策')),
      ),
    })
    expect((await read(await as('agent'), entry)).html).toBe(
      '<h2>标准</h2><h3>面积</h3><p>每10m²收<s>100元</s>80元</p>' +
        '<p>表格<a href="https://www.gov.cn/">政策</a></p>',
    )
  })

  it.each([
    ['a picture on its way', { type: 'upload', pending: { formID: 'x', src: 'blob:x' } }],
    ['a picture of nothing', picture('')],
    [
      'a link with a space in it',
      paragraph(node('link', [words('x')], { fields: { url: 'https://a.cn/附 件' } })),
    ],
    ['a link without fields', paragraph({ type: 'link', children: [words('x')] })],
    [
      'counts that are words',
      block('materials', { items: [{ name: '表', original: '若干', form: '塑料' }] }),
    ],
    ['materials that are words', block('materials', { items: '身份证' })],
    ['a block nobody knows', block('budget', { content: 'x' })],
    ['words without a paragraph', words('直接写')],
    ['a table without rows', node('table', [paragraph(words('x'))])],
    ['a list in a list', node('list', [node('list', [words('x')])], { tag: 'ul' })],
    ['a node nobody knows', node('marquee', [words('x')])],
  ])('41.2 %s is no reason to refuse a save, and the text can be read', async (_what, sent) => {
    const entry = await write(city.editor, city.bureau, {
      body: textOf(paragraph(words('前')), sent),
    })
    expect((await review(city.editor, entry)).status).toBe(200)
    const again = await saved(city.editor, entry, { body: textOf(sent, paragraph(words('后'))) })
    expect((await review(city.editor, again)).status).toBe(200)
  })

  it.each([[{ root: 'x' }], ['文字'], [{ root: { children: 5 } }]])(
    '41.3 what is no text at all is refused with the field it stands in: %j',
    async (body) => {
      const entry = await write(city.editor, city.bureau)
      const sent = { startedFrom: entry.revision, body }
      const answer = await city.editor.patch<Body>(`/api/knowledge/${entry.id}`, sent)
      expect(answer.status).toBe(400)
      expect(JSON.stringify(answer.body)).toMatch(/格式不正确.*正文|正文格式不正确/)
    },
  )
})

describe('a picture of a text', () => {
  it('41.4 needs its words before it is handed on, and readers who do not see it are told them', async () => {
    const file = await send(city.editor, '流程.png')
    const entry = await write(city.editor, city.bureau, { body: textOf(picture(file.id)) })
    const refused = await step(city.editor, entry, 'submit')
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { code: 'incomplete', fields: ['alt'] },
    ])
    expect(refused.body.detail).toContain('图片说明')
    const told = await saved(city.editor, entry, {
      body: textOf(picture(file.id, { alt: '先取号，再到窗口' })),
    })
    await approve(city.approver, await submit(city.editor, told))
    const { html } = await read(await as('agent'), told)
    expect(html).toContain('alt="先取号，再到窗口"')
    const [address] = /\/files\/[^"]+/.exec(String(html)) ?? []
    expect((await (await as('agent')).fetch(String(address))).status).toBe(200)
  })
})

describe('the further blocks of the 办事指南', () => {
  it('41.5 are read where they are filled in, beside the blocks texts had before', async () => {
    const entry = await publish(city, city.bureau, {
      body: textOf(
        block('materials', { items: [{ name: '身份证', original: 1, copies: 2, note: '验原件' }] }),
        block('timeLimit', { content: '5个工作日', statutory: '20个工作日' }),
        block('channels', { items: [{ way: 'online', detail: 'www.gov.cn' }], content: '邮寄' }),
        block('remedies', { content: '60日内可申请行政复议' }),
        block('free', { heading: '代办须知', content: '可以代办' }),
        block('quota', { content: '' }),
      ),
    })
    const { html } = await read(await as('agent'), entry)
    expect(
      String(html)
        .match(/<h2>[^<]+/g)
        ?.map((heading) => heading.slice(4)),
    ).toEqual([...['所需材料', '办理时限', '办理方式与结果获取', '救济渠道', '代办须知']])
    expect(html).toContain('<td>身份证</td><td>原件1份，复印件2份</td><td>验原件</td>')
    expect(html).toContain('<p>法定时限：20个工作日</p><p>承诺时限：5个工作日</p>')
  })
})

describe('the files of a text that is decided on', () => {
  it('41.6 are named with where to open them, and are no difference by that alone', async () => {
    const file = await send(city.editor, '样表.png')
    const entry = await publish(city, city.bureau, { attachments: [file.id] })
    await take(city.editor, entry, 'revise')
    const next = await saved(city.editor, entry, { summary: '改了概要。' })
    await submit(city.editor, next)
    const { body } = await review(city.approver, next)
    const opened = body as unknown as { attachments: Row[]; difference: Row[] }
    expect(opened.attachments).toMatchObject([{ name: '样表.png', isInline: false }])
    const { address } = opened.attachments[0] as Row
    expect((await city.approver.fetch(String(address))).status).toBe(200)
    expect(opened.difference.map(({ field }) => field)).toEqual(['summary'])
  })

  it('41.7 are opened by the approver of a unit that is to agree, these alone and only while it waits', async () => {
    const consulted = await hire(city.elsewhere, 'approver')
    const writer = await hire(city.elsewhere, 'editor')
    const unasked = await hire(await found('department', '未问的局'), 'approver')
    const [attached, inline, other] = [
      await send(city.editor, '附件.png'),
      await send(city.editor, '图.png', { r: 10 }),
      await send(city.editor, '别的.png', { r: 90 }),
    ]
    const entry = await write(city.editor, city.bureau, {
      coUnits: [city.elsewhere.id],
      attachments: [attached?.id],
      body: textOf(picture(String(inline?.id), { alt: '图' })),
    })
    const statuses = async (person: Person) =>
      Promise.all(
        [attached, inline, other].map(
          async (file) =>
            (await person.fetch(`/api/media/file/${String(file?.filename)}`)).status < 400,
        ),
      )
    const none = [false, false, false]
    expect(await statuses(consulted)).toEqual(none)
    await submit(city.editor, entry)
    expect(await statuses(consulted)).toEqual([true, true, false])
    const list = await consulted.get<Body>('/api/media?pagination=false')
    expect(list.body.docs.map(({ id }) => id).sort()).toEqual([attached?.id, inline?.id].sort())
    for (const person of [writer, unasked, await as('agent'), anyone()]) {
      expect(await statuses(person)).toEqual(none)
    }
    await take(city.editor, entry, 'recall')
    expect(await statuses(consulted)).toEqual(none)
    await submit(city.editor, entry)
    expect((await review(consulted, entry)).status).toBe(200)
    await take(consulted, entry, 'agree')
    expect(await statuses(consulted)).toEqual([true, true, false])
    await approve(city.approver, entry)
    expect(await statuses(consulted)).toEqual(none)
  })

  it('41.8 of a later text are not those of the one that was to be agreed to', async () => {
    const consulted = await hire(city.elsewhere, 'approver')
    const file = await send(city.editor, '撤下的.png')
    const entry = await write(city.editor, city.bureau, {
      coUnits: [city.elsewhere.id],
      attachments: [file.id],
    })
    const without = await saved(city.editor, entry, { attachments: [], body: text('不用附件。') })
    await submit(city.editor, without)
    const path = `/api/media/file/${String(file.filename)}`
    expect((await consulted.fetch(path)).status).toBeGreaterThanOrEqual(400)
  })
})
