import { expect, test } from '@jest/globals'
import { closeWindow, openPage, violationsOf } from './browser'

const page = (main: string, lang = 'zh-CN') =>
  `<!doctype html><html lang="${lang}"><head><title>页</title><style>.pale { color: #ddd }</style></head>
   <body><main><h1>标题</h1>${main}</main></body></html>`

/** Each is a fault in what was fine a moment before. */
const faults: [string, fine: string, faulty: string][] = [
  ['a picture loses its words', '<img src="/x" alt="办公楼">', '<img src="/x">'],
  [
    'a field loses its label',
    '<label for="a">姓名</label><input id="a">',
    '<label for="b">姓名</label><input id="a">',
  ],
  ['a text becomes pale', '<p class="dark">办理条件</p>', '<p class="pale">办理条件</p>'],
  [
    'a text becomes pale by itself',
    '<p style="color:#000">办理条件</p>',
    '<p style="color:#ddd">办理条件</p>',
  ],
  ['a button loses its name', '<button>提交</button>', '<button> </button>'],
  ['a field loses the only label', '<label for="a">姓名</label><input id="a">', '<input id="a">'],
  [
    'a text loses the dark box around it',
    '<div style="background:#000"><p style="color:#eee">办理条件</p></div>',
    '<div><p style="color:#eee">办理条件</p></div>',
  ],
  [
    'a link in a list loses its words',
    '<ul><li><a href="/x">办理条件</a></li></ul>',
    '<ul><li><a href="/x"></a></li></ul>',
  ],
  ['a row of a list is none', '<ul><li>一</li></ul>', '<ul><div>一</div></ul>'],
  ['a heading is left out', '<h2>一</h2><h3>二</h3>', '<h3>二</h3>'],
  [
    'two parts get one name',
    '<nav aria-label="一"><p>一</p></nav><nav aria-label="二"><p>二</p></nav>',
    '<nav aria-label="一"><p>一</p></nav><nav aria-label="一"><p>二</p></nav>',
  ],
  [
    'a role is none',
    '<div role="list"><p role="listitem">一</p></div>',
    '<div role="lst"><p role="listitem">一</p></div>',
  ],
]

test.each(faults)('%s in a page that was fine, and axe says so', async (_, fine, faulty) => {
  const window = await openPage()
  await window.setContent(page(fine))
  expect(await violationsOf(window)).toEqual([])
  await window.setContent(page(faulty))
  expect(await violationsOf(window)).not.toEqual([])
  await closeWindow(window)
})

test('a page whose language is none is told, though the same was fine in Chinese and English', async () => {
  const window = await openPage()
  for (const lang of ['zh-CN', 'en']) {
    await window.setContent(page('<p>一</p>', lang))
    expect(await violationsOf(window)).toEqual([])
  }
  await window.setContent(page('<p>一</p>', 'zz-nowhere'))
  expect(await violationsOf(window)).not.toEqual([])
  await closeWindow(window)
})

test('a frame whose text becomes pale is told, though the page around it is as it was', async () => {
  const window = await openPage()
  const framing = page('<iframe title="预览" src="/framed"></iframe>')
  const judge = async (framed: string) => {
    await window.route('**/framed', (route) =>
      route.fulfill({ contentType: 'text/html;charset=utf-8', body: framed }),
    )
    await window.goto('/robots.txt')
    await window.setContent(framing)
    return violationsOf(window)
  }
  const framed = (text: string) => page(text).replaceAll('main', 'div')
  expect(await judge(framed('<p class="dark">办理条件</p>'))).toEqual([])
  expect(await judge(framed('<p class="pale">办理条件</p>'))).not.toEqual([])
  await closeWindow(window)
})
