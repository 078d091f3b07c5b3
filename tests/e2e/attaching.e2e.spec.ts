import { beforeAll, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { foundCity, hire } from '../int/city'
import { submit, write, type Entry } from '../int/entries'
import { openEntry, said } from './admin'
import { closeWindow, violationsOf } from './browser'
import { storedOf } from './writing'

let city: Awaited<ReturnType<typeof foundCity>>

beforeAll(async () => {
  city = await foundCity()
})

const pdf = Buffer.from(
  `%PDF-1.4\n% ${Date.now()}\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF`,
)

async function picture(): Promise<Buffer> {
  const color = { r: 200, g: 90, b: Math.floor(Math.random() * 255) }
  return sharp({ create: { width: 64, height: 48, channels: 3, background: color } })
    .png()
    .toBuffer()
}

describe('attachments', () => {
  test('are added, put in order and taken away by the names people gave them', async () => {
    const entry = await write(city.editor, city.bureau)
    const page = await openEntry(city.editor.username, entry)
    const field = page.locator('.zk-attachments')
    await field.locator('input[type=file]').setInputFiles([
      { name: '申请表样表.pdf', mimeType: 'application/pdf', buffer: pdf },
      { name: '现场照片.png', mimeType: 'image/png', buffer: await picture() },
      {
        name: '程序.exe',
        mimeType: 'application/x-msdownload',
        buffer: Buffer.from(`MZ${'\0'.repeat(300)}`),
      },
    ])
    await said(page, '“程序.exe”没有传上去：')
    await field.getByRole('link', { name: '现场照片.png' }).waitFor()
    expect(await field.textContent()).not.toMatch(/[0-9a-f]{32}/)
    await page.getByRole('button', { name: '上移“现场照片.png”' }).click()
    expect(await field.locator('li a').allTextContents()).toEqual([
      '现场照片.png',
      '申请表样表.pdf',
    ])
    expect(
      await field.locator('li img').evaluate((one) => (one as HTMLImageElement).naturalWidth),
    ).toBe(64)
    await page.keyboard.press('Control+s')
    await said(page, '更新成功')
    expect((await storedOf(city.editor.username, entry)).attachments).toHaveLength(2)
    await page.reload()
    await field.getByRole('link', { name: '申请表样表.pdf' }).waitFor()
    await page.getByRole('button', { name: '删去“申请表样表.pdf”' }).click()
    await page.keyboard.press('Control+s')
    await said(page, '更新成功')
    expect((await storedOf(city.editor.username, entry)).attachments).toHaveLength(1)
    await closeWindow(page)
  }, 240_000)

  test('and pictures are opened by the approver of a unit that is to agree', async () => {
    const consulted = await hire(city.elsewhere, 'approver')
    const body = new FormData()
    body.set(
      'file',
      new Blob([Uint8Array.from(await picture())], { type: 'image/png' }),
      '流程图.png',
    )
    const sent = await city.editor.fetch('/api/media', { method: 'POST', body })
    const { doc } = (await sent.json()) as { doc: { id: string } }
    const node = { version: 1, direction: 'ltr', format: '', indent: 0 }
    const upload = { type: 'upload', version: 3, format: '', relationTo: 'media', value: doc.id }
    const entry: Entry = await write(city.editor, city.bureau, {
      coUnits: [city.elsewhere.id],
      attachments: [doc.id],
      body: {
        root: { ...node, type: 'root', children: [{ ...upload, fields: { alt: '办理流程' } }] },
      },
    })
    await submit(city.editor, entry)
    const page = await openEntry(consulted.username)
    await page.goto(`/admin/consulted/knowledge/${entry.id}`)
    const shown = page.locator('.zk-text__body img[alt="办理流程"]')
    await shown.waitFor()
    await page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('.zk-text__body img')?.naturalWidth === 64,
    )
    const link = page.locator('.zk-files').getByRole('link', { name: '流程图.png' })
    const opened = page.context().waitForEvent('page')
    await link.click()
    expect(await (await opened).evaluate(() => document.images.length)).toBe(1)
    expect(await violationsOf(page, '.zk-entry')).toEqual([])
    await closeWindow(page)
  }, 240_000)
})
