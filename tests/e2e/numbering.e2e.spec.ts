import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { linesOf } from '@/reading/linesOf'
import { as } from '../server/people'
import { closeWindow, openPage } from './browser'

type Node = Record<string, unknown>
const base = { version: 1, direction: 'ltr', format: '', indent: 0 }
const words = (text: string): Node => ({
  ...base,
  type: 'text',
  text,
  mode: 'normal',
  style: '',
  detail: 0,
  format: 0,
})
const item = (child: Node): Node => ({ ...base, type: 'listitem', value: 1, children: [child] })
/** As the editor keeps it: what lies below an item stands in an item of its own. */
const steps = (...items: (string | Node)[]): Node => ({
  ...{ ...base, type: 'list', listType: 'number', tag: 'ol', start: 1 },
  children: items.map((each) => item(typeof each === 'string' ? words(each) : each)),
})

const body = {
  root: {
    ...{ ...base, type: 'root' },
    children: [
      steps('取号', '交材料', steps('身份证', steps('正面', '反面'), '照片'), '领证'),
      { ...base, type: 'paragraph', children: [words('其间不收费')] },
      { ...steps('年检', steps('每年一次')), start: 4 },
    ],
  },
}

/** What a screen reader and an eye find before each item, in the order of the page. */
async function marksOn(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  const known = new Map(nodes.map((node) => [node.nodeId, node]))
  const below = (id: string): string[] => {
    const { role, name, childIds = [] } = known.get(id) ?? {}
    const own = role?.value === 'ListMarker' ? [String(name?.value).trim()] : []
    return [...own, ...childIds.flatMap(below)]
  }
  return below(nodes[0]?.nodeId ?? '')
}

test('steps have the same numbers on the page, at the desk, in print and read aloud', async () => {
  const editor = await as('editor')
  const sent = {
    title: '怎样分步办理？',
    summary: '分三步。',
    openToUnits: true,
    openToPublic: true,
    body,
  }
  const expected = ['一、', '二、', '（一）', '1.', '2.', '（二）', '三、', '四、', '（一）']
  for (const path of ['/preview/', '/desk/preview/']) {
    const page = await openPage({ as: 'editor' })
    const { body: kept } = await editor.post<{ token: string }>('/api/knowledge/preview', sent)
    await page.goto(path + kept.token)
    await page.waitForSelector('.text ol')
    expect(await marksOn(page)).toEqual(expected)
    await page.emulateMedia({ media: 'print' })
    expect(await marksOn(page)).toEqual(expected)
    const lines = linesOf(await page.locator('.text').innerHTML())
    const marks = lines.flatMap((line) => /^(.+、|（.+）|\d+\.)/.exec(line)?.[0] ?? [])
    expect(marks).toEqual(expected)
    await closeWindow(page)
  }
})
