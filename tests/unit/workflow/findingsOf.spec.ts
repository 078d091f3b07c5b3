import { describe, expect, it } from '@jest/globals'
import { findingsOf } from '@/workflow/findingsOf'
import type { Appearance, WorkingText } from '@/workflow/publication'
import { block, paragraph, textOf, words } from '../blocks/lexicalText'

type Given = Partial<Appearance> & { body?: unknown }

const findings = ({ body, ...more }: Given = {}) => {
  const text: WorkingText = { id: 'a', revision: 1, body: body ?? textOf(paragraph(words('好'))) }
  const shown = { title: '如何申请低保?', summary: '到乡镇。', plain: '好', categoryKey: 'details' }
  return findingsOf('knowledge', text, { ...shown, ...more } as Appearance)
}

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

  it.each(['11010519491231002X', '110105194912310021', '联系人13800138000。'])(
    'the number of a person: %s',
    (plain) => {
      expect(findings({ plain })).toEqual(['personalNumber'])
    },
  )

  it.each(['0310-12345678', '12345', '统一社会信用代码91110000802100433B', '2026年11月22日'])(
    'the number of an office is none: %s',
    (plain) => {
      expect(findings({ plain })).toEqual([])
    },
  )
})
