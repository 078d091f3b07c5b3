import { describe, expect, test } from '@jest/globals'
import { doneAt, withAnchors } from '@/components/portal/contents'

const part = (slug: string, heading: string, body: string) =>
  `<section class="part part-${slug}"><h2>${heading}</h2>${body}</section>`

describe('the headings of a text', () => {
  test('are anchors made of their words, and two of the same words are told apart', () => {
    const { html, headings } = withAnchors(
      '<h2>办理 条件</h2><p>一</p><h3><strong>材料</strong></h3><h2>材料</h2>',
    )
    expect(headings).toEqual([
      { id: 's-办理-条件', text: '办理 条件', level: 2 },
      { id: 's-材料', text: '材料', level: 3 },
      { id: 's-材料-2', text: '材料', level: 2 },
    ])
    for (const { id } of headings) expect(html).toContain(` id="${id}">`)
    expect(html).toContain('<h3 id="s-材料"><strong>材料</strong></h3>')
  })

  test('cannot end the attribute they become, whatever was written', () => {
    const { html, headings } = withAnchors('<h2>&quot;onclick=&quot;x &lt;b&gt;</h2><h2> </h2>')
    expect(html).toContain('<h2 id="s--onclick-x-b-">')
    expect(headings).toHaveLength(1)
  })
})

describe('the way to where something is done', () => {
  test.each([
    [
      'the online way of the block',
      part(
        'channels',
        '办理方式',
        '<ul><li>窗口办理：见 www.no.example</li><li>网上办理：https://zwfw.example.cn/a?b=1&amp;c=2。</li></ul>',
      ),
      'https://zwfw.example.cn/a?b=1&c=2',
    ],
    [
      'the same made a link',
      part(
        'channels',
        '办理方式',
        '<ul><li>网上办理：<a href="https://zwfw.example.cn/x">网址</a></li></ul>',
      ),
      'https://zwfw.example.cn/x',
    ],
    [
      'a site named at the place',
      part('place', '办理地点', '<p>大厅3楼，或www.zwfw.example.cn（网办）</p>'),
      'https://www.zwfw.example.cn',
    ],
    [
      'a link of the text that says so',
      '<p>见<a href="https://law.example.cn/">条例</a>，<a href="https://zwfw.example.cn/b">在线申请</a></p>',
      'https://zwfw.example.cn/b',
    ],
  ])('is %s', (_, html, address) => {
    expect(doneAt(html)).toBe(address)
  })

  test.each([
    ['none is named', part('place', '办理地点', '<p>大厅3楼</p>')],
    ['a site is only to be read', '<p><a href="https://law.example.cn/">条例</a></p>'],
    [
      'it is done elsewhere than online',
      part('channels', '办理方式', '<ul><li>邮寄办理：地址见 https://a.example.cn</li></ul>'),
    ],
    ['it would run something', '<p><a href="javascript:alert(1)">申请</a></p>'],
  ])('is not there where %s', (_, html) => {
    expect(doneAt(html)).toBeNull()
  })
})
