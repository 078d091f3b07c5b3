import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { foundCity } from '../int/city'
import { text, write } from '../int/entries'
import { choose, openEntry, said } from './admin'
import { closeWindow, violationsOf } from './browser'
import { englishIn, labelsThatLeadElsewhere } from './formFaults'
import { drop, outline, paste, storedOf } from './writing'

let city: Awaited<ReturnType<typeof foundCity>>
let picture: string

beforeAll(async () => {
  city = await foundCity()
  const color = { r: 20, g: 90, b: Math.floor(Math.random() * 255) }
  const made = sharp({ create: { width: 120, height: 60, channels: 3, background: color } })
  picture = (await made.png().toBuffer()).toString('base64')
})

const root = '.ContentEditable__root'

async function openNew(): Promise<Page> {
  const page = await openEntry(city.editor.username)
  await page.goto('/admin/collections/knowledge/create')
  await page.waitForSelector(root)
  return page
}

/** An entry of the editor’s, opened with the caret in its text. */
async function openText(more: object = {}) {
  const entry = await write(city.editor, city.bureau, more)
  const page = await openEntry(city.editor.username, entry)
  await page.click(root)
  return { page, entry, stored: () => storedOf(city.editor.username, entry) }
}

const saveAndStay = async (page: Page) => {
  await page.keyboard.press('Control+s')
  await said(page, '更新成功')
}

describe('what is pasted', () => {
  const word = (level: number, marker: string, words: string) =>
    `<p class=MsoListParagraph style='mso-list:l1 level${level} lfo2'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt'>&nbsp; </span></span><![endif]>${words}</p>`

  test('from Word is saved as it was meant', async () => {
    const { page, stored } = await openText({ body: text('原有。') })
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await paste(page, {
      html: `<html><body><!--StartFragment--><h1><span style='font-family:黑体'>申领须知</span></h1><h2>所需物品</h2>
${word(1, '1.', '居住证')}${word(2, '·', '原件')}${word(1, '2.', '收据')}${word(1, '（三）', '委托书')}
<table><tr><td rowspan=2>档次</td><td colspan=2>年缴费</td></tr><tr><td>甲</td><td>乙</td></tr><tr><td>一</td><td><b>400元</b></td><td>200元</td></tr></table>
<p>每户5m<sup>3</sup>以内,<s>旧价3元</s>,<u>新价4元</u>。<span style='display:none'>内部批注</span></p>
<p><a href="https://www.gov.cn/">政策</a><a href="file:///D:/b.doc">附表</a><a href="#_Toc9">目录</a></p>
<p><img src="file:///C:/clip/2.png" alt="缴费步骤"></p><!--EndFragment--></body></html>`,
    })
    await page.locator(root).getByText('新价4元').waitFor()
    await said(page, '1 张图片')
    await saveAndStay(page)
    const nodes = outline((await stored()).body?.root)
    const at = (name: string) => nodes.findIndex((node) => node.startsWith(name))
    expect(nodes.slice(0, 3)).toEqual(['root', 'paragraph', '原有。'])
    expect(nodes).toEqual(
      expect.arrayContaining([
        ...['heading h2', '申领须知', 'heading h3', '所需物品', 'list ol', 'list ul', '原件'],
        ...['（三）委托书', 'tablecell 1x2', 'tablecell 2x1', '400元 *1', '旧价3元 *4'],
        ...['link https://www.gov.cn/', '〔图片“缴费步骤”没有粘贴进来，请另存后插入〕'],
      ]),
    )
    expect(at('list ol')).toBeLessThan(at('list ul'))
    expect(nodes.join('')).toContain('每户5m³以内')
    expect(nodes.join('')).not.toMatch(/file:|#_Toc|内部批注|1\./)
    expect(nodes.join('')).toContain('附表目录')
    await closeWindow(page)
  }, 240_000)

  test('keeps the words of a table of Excel in their cells, and of a page in its paragraphs', async () => {
    const { page, stored } = await openText()
    await page.keyboard.press('Control+a')
    await paste(page, {
      html: `<table><col width=72><tr><th>项目</th><th>标准</th></tr><tr style='display:none'><td>隐藏</td><td>0</td></tr><tr><td x:num>低保</td><td>800</td></tr></table><div>说明一</div><div>说明二</div>`,
    })
    await page.locator(root).getByText('说明二').waitFor()
    await saveAndStay(page)
    const nodes = outline((await stored()).body?.root)
    expect(nodes.filter((node) => node === 'tablerow')).toHaveLength(2)
    expect(nodes.join()).toMatch(/项目.*标准.*低保.*800.*说明一.*paragraph.*说明二/)
    expect(nodes.join()).not.toContain('隐藏')
    await closeWindow(page)
  }, 240_000)
})

describe('a picture', () => {
  test('is pasted, dropped and chosen, shown with its words asked for, and read with them', async () => {
    const { page, entry, stored } = await openText({ openToUnits: true, openToPublic: true })
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await paste(page, { files: [picture] })
    const words = page.getByLabel('图片说明（必填）')
    await words.nth(0).waitFor()
    await page.waitForSelector('.zk-picture img[src^="/api/media/file/"]')
    await drop(page, { name: '流程.png', type: 'image/png', bytes: picture })
    await page.waitForFunction(
      () => document.querySelectorAll('.zk-picture img[src^="/api/media/file/"]').length === 2,
    )
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '插入图片' }).click()
    const file = { name: '窗口.png', mimeType: 'image/png', buffer: Buffer.from(picture, 'base64') }
    await (await chooser).setFiles(file)
    await page.waitForFunction(
      () => document.querySelectorAll('.zk-picture img[src^="/api/media/file/"]').length === 3,
    )

    await page.click('#step-submit')
    await said(page, '请先填写图片说明')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe(
      'true',
    )
    for (const [at, name] of ['第一步取号', '第二步受理', '三楼窗口'].entries()) {
      await words.nth(at).fill(name)
    }
    await page.waitForSelector('.zk-missing', { state: 'detached' })
    await saveAndStay(page)
    const pictures = (await stored()).body?.root.children?.filter(({ type }) => type === 'upload')
    expect(pictures?.map(({ fields }) => fields?.alt).sort()).toEqual(
      ['第一步取号', '第二步受理', '三楼窗口'].sort(),
    )
    await page.click('#preview')
    const shown = page.frameLocator('.zk-preview').locator('article img')
    await shown.nth(2).waitFor()
    expect(
      await shown.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
    ).toEqual([120, 120, 120])
    await page.keyboard.press('Escape')
    await page.click('#step-submit')
    await said(page, '已提交审批')
    const approver = await openEntry(city.approver.username, entry)
    await approver.waitForSelector('.zk-text__body img[alt="第二步受理"]')
    await closeWindow(page)
    await closeWindow(approver)
  }, 300_000)

  test('that is refused says why in Chinese; the text stays, and can be saved', async () => {
    const { page, stored } = await openText({ body: text('写了很久。') })
    const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')
    await drop(page, { name: '图标.svg', type: 'image/svg+xml', bytes })
    await said(page, '“图标.svg”没有传上去：')
    const toast = await page.textContent('[data-sonner-toast]:has-text("图标.svg")')
    expect(toast).toMatch(/只接受|不支持|图片/)
    await drop(page, { name: '说明.pdf', type: 'application/pdf', bytes: btoa('%PDF-1.4') })
    await said(page, '请放到“附件”')
    expect(await page.locator('.zk-picture').count()).toBe(0)
    await page.click(root)
    await page.keyboard.press('Control+End')
    await page.keyboard.type('再写一句。')
    await saveAndStay(page)
    expect(outline((await stored()).body?.root).join('')).toContain('写了很久。再写一句。')
    await closeWindow(page)
  }, 240_000)
})

describe('the editor in Chinese', () => {
  test('has no English word in it: tools, menus, blocks, tables, pictures, hints', async () => {
    const page = await openNew()
    await choose(page, '#field-category', '公共服务')
    await page.click('.zk-service-blocks button')
    await page.waitForSelector('.zk-part')
    const parts = page.getByRole('combobox', { name: '插入办事要素' })
    for (const name of ['办理方式与结果获取', '自拟标题']) await parts.selectOption({ label: name })
    await page.getByRole('button', { name: '在末尾另起一段' }).click()
    await paste(page, { files: [picture] })
    await page.waitForSelector('.zk-picture img[src^="/api/media/file/"]')
    await page.getByRole('button', { name: '插入表格' }).click()
    await page.waitForSelector('.zk-toolbar--table')
    expect(await englishIn(page)).toEqual([])
    await page.getByRole('button', { name: '在末尾另起一段' }).click()
    await page.keyboard.type('/')
    await page.waitForSelector('.slash-menu-popup')
    expect(await englishIn(page)).toEqual([])
    expect(await page.locator('.slash-menu-popup').textContent()).toContain('救济渠道')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('政策')
    await page.keyboard.press('Shift+Home')
    await page.getByRole('button', { name: '链接（先选中文字）' }).click()
    await page.waitForSelector('.drawer__content')
    expect(await englishIn(page)).toEqual([])
    await closeWindow(page)
  }, 240_000)
})

describe('the form', () => {
  test('is found without fault on the whole page, new and filled, and each label leads to its own field', async () => {
    const page = await openNew()
    expect(await violationsOf(page)).toEqual([])
    await choose(page, '#field-category', '公共服务')
    await page.click('.zk-service-blocks button')
    await page.waitForSelector('.zk-part')
    const parts = page.getByRole('combobox', { name: '插入办事要素' })
    await parts.selectOption({ label: '办理方式与结果获取' })
    await page.getByRole('button', { name: '添加材料' }).click()
    await page.getByRole('button', { name: '在末尾另起一段' }).click()
    await page.getByRole('button', { name: '插入表格' }).click()
    await page.waitForSelector('.zk-toolbar--table')
    for (const name of ['项目', '标准', '备注']) {
      await page.keyboard.type(name)
      await page.keyboard.press('Tab')
    }
    expect(await violationsOf(page)).toEqual([])
    expect(await labelsThatLeadElsewhere(page)).toEqual([])
    const style = await page
      .locator(root)
      .evaluate((element) =>
        getComputedStyle(element.querySelector('.LexicalEditorTheme__paragraph') ?? element),
      )
    expect([style.fontSize, style.fontFamily]).toEqual(['16px', expect.stringMatching(/^SimSun/)])
    await closeWindow(page)
  }, 240_000)
})
