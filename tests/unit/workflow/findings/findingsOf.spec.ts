import { describe, expect, it } from '@jest/globals'
import { findingsOf, type Checked } from '@/workflow/findings/findingsOf'
import { block, paragraph, textOf, words } from '../../blocks/lexicalText'

type Given = Partial<Checked> & { title?: string; summary?: string; plain?: string; body?: unknown }

const found = ({ title, summary, plain, body, text, ...more }: Given = {}) =>
  findingsOf({
    library: 'knowledge',
    categoryKey: 'details',
    text: {
      title: title ?? '如何申请低保?',
      summary: summary ?? '到乡镇。',
      body: body ?? textOf(paragraph(words(plain ?? '好'))),
      ...text,
    },
    ...more,
  })

const findings = (given: Given = {}) => found(given).map(({ kind }) => kind)

describe('what editor and approver should look at again', () => {
  it('nothing, where one question has one answer', () => {
    expect(findings()).toEqual([])
  })

  it.each(['如何申请低保', '低保在哪里办?', '办理低保需要多少钱', '未满十八岁能否申请'])(
    '“%s” is a question',
    (title) => {
      expect(findings({ title })).toEqual([])
    },
  )

  it.each(['低保', '关于印发低保办法的通知'])('“%s” is no question', (title) => {
    expect(findings({ title })).toEqual(['titleIsNoQuestion'])
  })

  it('two questions in one title', () => {
    expect(findings({ title: '如何申请?要多久?' })).toEqual(['titleIsTwoQuestions'])
    expect(findings({ title: '如何申请？要多久？' })).toEqual(['titleIsTwoQuestions'])
  })

  it.each(['其他材料', '其他相关材料', '相关证明材料', '有关材料'])(
    'vague materials: %s',
    (plain) => {
      expect(findings({ plain: `身份证、${plain}` })).toEqual(['vagueMaterials'])
    },
  )

  it('a block that was left empty', () => {
    expect(findings({ body: textOf(block('fee', { content: '' })) })).toEqual(['emptyBlock'])
    expect(findings({ body: textOf(block('materials', { items: [] })) })).toEqual(['emptyBlock'])
    expect(findings({ body: textOf(block('fee', { content: '不收费' })) })).toEqual([])
  })

  it.each(['powers', 'services'])('an item of %s without the blocks of a service item', (key) => {
    expect(findings({ categoryKey: key })).toEqual(['noServiceBlocks'])
  })

  it('a person’s number, where it stands and with its middle hidden', () => {
    expect(found({ plain: '材料交给张某，电话13800138000，周五前' })).toEqual([
      {
        kind: 'mobileNumber',
        field: 'body',
        passage: '材料交给张某，电话138****8000，周五前',
        at: [9, 20],
      },
    ])
  })

  it('in every field that readers see, and in the names of files', () => {
    const number = '13800138000'
    const contact = { phone: number }
    const text = { similarQuestions: [number], keywords: [number], basis: number, contact }
    const given = { title: `${number}是谁?`, summary: number, text, fileNames: [`${number}.pdf`] }
    expect(found(given).map(({ field }) => field)).toEqual([
      ...['title', 'summary', 'similarQuestions', 'keywords', 'basis', 'contact', 'attachments'],
    ])
    const order = { content: `来电人${number}`, result: `已回复${number}` }
    expect(found({ library: 'cases', text: order }).map(({ field }) => field)).toEqual([
      ...['content', 'result'],
    ])
  })

  it('in blocks, in tables and behind links', () => {
    const inBlock = textOf(block('phone', { content: '13800138000' }))
    expect(findings({ body: inBlock })).toEqual(['mobileNumber'])
    const materials = [{ name: '身份证', note: '交张某13800138000' }]
    expect(findings({ body: textOf(block('materials', { items: materials })) })).toEqual([
      'mobileNumber',
    ])
    const call = { type: 'link', fields: { url: 'tel:13800138000' }, children: [words('拨打')] }
    expect(findings({ body: textOf(paragraph(call)) })).toEqual(['mobileNumber'])
  })

  it('a number split by bold letters is one number', () => {
    const body = textOf(paragraph(words('138'), words('0013', { format: 1 }), words('8000')))
    expect(findings({ body })).toEqual(['mobileNumber'])
  })

  it('a mobile of the unit’s own is none; an identity number always is', () => {
    const offices = new Set(['13800138000'])
    expect(findings({ plain: '值班手机138-0013-8000', offices })).toEqual([])
    expect(
      findings({ plain: '11010519491231002X', offices: new Set(['11010519491231002X']) }),
    ).toEqual(['identityCard'])
  })

  it('another number beside what is shown is masked too', () => {
    const passages = found({ plain: '张13800138000李13900139000' }).map(({ passage }) => passage)
    expect(passages).toEqual(Array(2).fill('张138****8000李139****9000'))
  })

  it('a long line is cut around it, never through a character', () => {
    const [first] = found({ plain: `${'😀'.repeat(30)}13800138000${'好'.repeat(30)}` })
    expect(first?.passage).toBe(`…${'😀'.repeat(18)}138****8000${'好'.repeat(18)}…`)
    const [from = 0, to] = first?.at ?? []
    expect(first?.passage.slice(from, to)).toBe('138****8000')
  })

  it.each(['残废', '殘廢', '残 废'.replace(' ', '\u200b')])(
    'a listed word, written as %s',
    (plain) => {
      const words = [{ word: '残废', advice: '请写“残疾人”' }]
      expect(found({ plain: `关于${plain}的`, words })).toMatchObject([
        { kind: 'listedWord', field: 'body', advice: '请写“残疾人”' },
      ])
      expect(findings({ plain: '残疾人', words })).toEqual([])
    },
  )

  it('a listed word as often as it stands, in capitals or not', () => {
    const words = [{ word: 'APP', advice: '' }]
    expect(findings({ plain: '下载App，打开ＡＰＰ', words })).toEqual(['listedWord', 'listedWord'])
  })
})
