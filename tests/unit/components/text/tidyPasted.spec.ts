import { describe, expect, it } from '@jest/globals'
import { Window } from 'happy-dom'
import { tidyPasted } from '@/components/admin/text/tidyPasted'

const sentence = (name: string) => `〔${name || '图片'}〕`

/** What is left of a pasted page, without what only decorates; and how many pictures did not come along. */
function tidied(html: string): { html: string; lost: number } {
  const window = new Window()
  const page = new window.DOMParser().parseFromString(
    `<html><body>${html}</body></html>`,
    'text/html',
  ) as unknown as Document
  const lost = tidyPasted(page, { lostPicture: sentence, origin: 'https://zhiku.example' })
  const left = page.body.innerHTML
    .replace(/ (style|class|lang|data-zk)="[^"]*"/g, '')
    .replace(/<!--.*?-->|<\/?(span|font|o:p)>/gs, '')
    .replace(/>\s+</g, '><')
    .trim()
  return { html: left, lost }
}

const item = (level: number, marker: string, words: string, list = 'l0') =>
  `<p class="MsoListParagraph" style="margin-left:21.0pt;mso-list:${list} level${level} lfo1"><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`

describe('numbered paragraphs of Word and WPS', () => {
  it('become lists, at their levels', () => {
    const given =
      item(1, '1.', '申请') + item(2, '·', '窗口') + item(2, '·', '网上') + item(1, '2.', '领取')
    expect(tidied(given).html).toBe(
      '<ol><li>申请<ul><li>窗口</li><li>网上</li></ul></li><li>领取</li></ol>',
    )
  })

  it('go on with their number behind a paragraph', () => {
    const given = `${item(1, '1、', '甲')}<p>说明</p>${item(1, '2、', '乙')}${item(1, '3、', '丙')}`
    expect(tidied(given).html).toBe(
      '<ol><li>甲</li></ol><p>说明</p><ol start="2"><li>乙</li><li>丙</li></ol>',
    )
  })

  it('begin a list anew where they count anew', () => {
    expect(tidied(item(1, '1.', '甲') + item(1, '1.', '乙', 'l1')).html).toBe(
      '<ol><li>甲</li></ol><ol><li>乙</li></ol>',
    )
  })

  it.each(['一、', '（二）', '第三条', '④', '(5)', 'a)', 'IV.'])(
    'keep %s, which a list would show otherwise',
    (marker) => {
      expect(tidied(item(1, marker, '条件')).html).toBe(`<p>${marker}条件</p>`)
    },
  )

  it.each(['·', 'o', 'Ø', 'ü', '●', '-', ''])('with a sign %j before them have bullets', (sign) => {
    expect(tidied(item(1, sign, '条件')).html).toBe('<ul><li>条件</li></ul>')
  })

  it('that are headings keep their number', () => {
    const given = `<h1 style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.&nbsp;</span>条件</h1>`
    expect(tidied(given).html).toBe('<h2>1.条件</h2>')
  })
})

describe('headings', () => {
  it.each([
    [
      '<h1>一</h1><h2>二</h2><h3>三</h3><h5>五</h5>',
      '<h2>一</h2><h3>二</h3><h4>三</h4><h4>五</h4>',
    ],
    ['<h2>一</h2><h3>二</h3>', '<h2>一</h2><h3>二</h3>'],
    ['<h4>一</h4><h5>二</h5>', '<h2>一</h2><h3>二</h3>'],
    [
      '<p style="mso-outline-level:1">一</p><p style="mso-outline-level: 2">二</p>',
      '<h2>一</h2><h3>二</h3>',
    ],
    ['<h1><o:p>&nbsp;</o:p></h1><p>正文</p>', '<p>正文</p>'],
  ])('stand one below the title, the highest first: %s', (given, left) => {
    expect(tidied(given).html).toBe(left)
  })
})

describe('what is not part of the text', () => {
  it.each([
    '<span style="display:none">内部</span>',
    '<span style="mso-hide:all">内部</span>',
    '<span style="mso-special-character:comment">内部</span>',
    '<a class="MsoCommentReference" href="#_msocom_1">[李1]</a>',
    '<style>p{color:red}</style>',
    '<script>alert(1)</script>',
  ])('is left out: %s', (hidden) => {
    expect(tidied(`<p>前${hidden}后</p>`).html).toBe('<p>前后</p>')
  })

  it('is left out of a table of Excel, whose hidden rows come along', () => {
    const given =
      '<table><tr><td>甲</td></tr><tr style="mso-height-source:userset;display: none"><td>乙</td></tr></table>'
    expect(tidied(given).html).toBe('<table><tbody><tr><td>甲</td></tr></tbody></table>')
  })

  it('spaces before a line only push it to the right', () => {
    expect(tidied('<p>　　条件</p><p><span>&nbsp;&nbsp; </span>材料</p>').html).toContain(
      '<p>条件</p>',
    )
  })
})

describe('words with a meaning of their own', () => {
  it.each([
    ['面积10m<sup>2</sup>', '面积10m²'],
    ['CO<sub>2</sub>', 'CO₂'],
    ['10m<span style="vertical-align: super">3</span>', '10m³'],
    ['注<sup>[1]</sup>', '注<sup>[1]</sup>'],
    ['<ruby>镕<rp>(</rp><rt>róng</rt><rp>)</rp></ruby>字', '镕（róng）字'],
    ['<s>100元</s>80元', '<s>100元</s>80元'],
    ['<del>100元</del><ins>80元</ins>', '<s>100元</s><ins>80元</ins>'],
    ['<span style="text-decoration: line-through">100元</span>', '<s>100元</s>'],
    ['<strike>100<b>元</b></strike>', '<s>100<b>元</b></s>'],
  ])('%s is kept as it was meant', (given, left) => {
    expect(tidied(`<p>${given}</p>`).html).toBe(`<p>${left}</p>`)
  })

  it('a line that is struck out as a whole is struck out', () => {
    expect(tidied('<p style="text-decoration:line-through">作废</p>').html).toBe(
      '<p><s>作废</s></p>',
    )
  })
})

describe('links', () => {
  it.each(['file:///C:/a.doc', '#_Toc1', 'javascript:alert(1)', 'a.htm', ''])(
    'to %j are words',
    (href) => {
      expect(tidied(`<p><a href="${href}">见此</a></p>`).html).toBe('<p>见此</p>')
    },
  )

  it('into the web, to a mail and to a phone stay', () => {
    const given = '<p><a href="https://www.gov.cn/">甲</a><a href="tel:12345">乙</a></p>'
    expect(tidied(given).html).toBe(given)
  })

  it('without an address (a place in the text) are words', () => {
    expect(tidied('<p><a name="_Hlk1">条件</a></p>').html).toBe('<p>条件</p>')
  })
})

describe('pictures', () => {
  const dot = 'data:image/png;base64,iVBORw0KGgo='

  it.each(['file:///C:/a.png', 'https://www.example.cn/a.png', 'cid:1', ''])(
    'at %j did not come along: a sentence stands there',
    (source) => {
      const given = `<p>前<img src="${source}" alt="流程图">后</p>`
      expect(tidied(given)).toEqual({ html: '<p>前〔流程图〕后</p>', lost: 1 })
    },
  )

  it('that came along stand behind their line, with what was written about them', () => {
    const given = `<p>前<img src="${dot}" alt="流程图">后</p><ul><li>甲<img src="${dot}" alt="C:\\\\a.png"></li></ul>`
    expect(tidied(given)).toEqual({
      html: `<p>前后</p><img src="${dot}" alt="流程图"><ul><li>甲</li></ul><img src="${dot}" alt="">`,
      lost: 0,
    })
  })

  it('of our own site come along', () => {
    const source = 'https://zhiku.example/files/abc/a.png'
    expect(tidied(`<p>前</p><img src="${source}" alt="流程图">`)).toEqual({
      html: `<p>前</p><img src="${source}" alt="流程图">`,
      lost: 0,
    })
  })

  it('that only count who reads are no pictures', () => {
    expect(tidied('<p>前<img src="https://a.cn/x.gif" width="1" height="1">后</p>')).toEqual({
      html: '<p>前后</p>',
      lost: 0,
    })
  })
})

describe('tables and lists', () => {
  it('a table in a table leaves its words, a paragraph a cell', () => {
    const given =
      '<table><tr><td>甲<table><tr><td>乙</td><td>丙</td></tr></table></td></tr></table>'
    expect(tidied(given).html).toContain('<td>甲<p>乙</p><p>丙</p></td>')
  })

  it('a caption stands before its table', () => {
    expect(tidied('<table><caption>标准</caption><tr><td>甲</td></tr></table>').html).toMatch(
      /^<p>标准<\/p><table>/,
    )
  })

  it('a list that stands in a list without an item belongs to the one before it', () => {
    expect(tidied('<ul><li>甲</li><ul><li>乙</li></ul></ul>').html).toBe(
      '<ul><li>甲<ul><li>乙</li></ul></li></ul>',
    )
  })
})
