import { describe, expect, it } from '@jest/globals'
import { passagesIn, reasonOf, writtenAs } from '@/components/admin/entry/passages'
import { withoutNumbers } from '@/workflow/findings/personalNumbers'

const foundIn = (text: string, passage: string) => {
  const reason = withoutNumbers(reasonOf([{ passage, remark: '请删去' }]))
  return passagesIn(reason).map((kept) => writtenAs(kept).exec(text)?.[0])
}

describe('a passage an approver remarks on', () => {
  it.each([
    '窗口（二楼）',
    '费用3.5%*起',
    '手机13800138000',
    '手机138 0013 8000，',
    '138-0013-8000',
  ])('is found again in the text, also where a number in it is masked on record: %s', (passage) => {
    expect(foundIn(`办理地点：${passage}办理。`, passage)).toEqual([passage])
  })

  it('is not found where the text says something else', () => {
    expect(foundIn('手机13800138001', '手机13800138000')).toEqual([undefined])
  })
})
