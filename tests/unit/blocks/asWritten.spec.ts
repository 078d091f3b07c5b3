import { expect, test } from '@jest/globals'
import { composeBody, item, paper } from '@/blocks/asWritten'

test('service-item parts become blocks of the editor, in the order of the procedure', () => {
  const { root } = composeBody(
    item({ phone: '12345', conditions: ['甲', '乙'], materials: [paper('身份证', 1, 2)] }),
  )
  const fields = (root.children as { fields: object }[]).map((node) => node.fields)
  expect(fields).toMatchObject([
    { blockType: 'conditions', content: '甲\n乙' },
    { blockType: 'materials', items: [{ name: '身份证', original: 1, copies: 2, note: null }] },
    { blockType: 'phone', content: '12345' },
  ])
})

test('blocks that hold nothing are left out', () => {
  expect(item({ conditions: '', materials: [], fee: '不收费' })).toEqual([{ fee: '不收费' }])
})

test('headings, paragraphs and lists become plain nodes', () => {
  const { root } = composeBody([
    { h: '甲' },
    { p: '乙' },
    { list: ['丙', '丁'] },
    { steps: ['戊'] },
  ])
  expect(root.children).toMatchObject([
    { type: 'heading', tag: 'h2', children: [{ text: '甲' }] },
    { type: 'paragraph', children: [{ text: '乙' }] },
    { type: 'list', tag: 'ul', children: [{ value: 1 }, { value: 2 }] },
    { type: 'list', tag: 'ol', children: [{ value: 1, children: [{ text: '戊' }] }] },
  ])
})

test('the same blocks compose to the same text, so that nothing counts as changed', () => {
  const blocks = [{ p: '甲' }, { fee: '不收费' }]
  expect(composeBody(blocks)).toEqual(composeBody(blocks))
})
