import { describe, expect, it } from '@jest/globals'
import { callCopied, callNote } from '@/components/desk/callNote'

const called = (phone: string | null) => ({
  unit: { id: 'body', name: '民政局', above: '青山县' },
  contact: phone === null ? null : { phone, address: null, hours: null, number: null },
})

describe('the note of a three-way call', () => {
  it('names the unit, with what stands above it, and its phone', () => {
    expect(callNote(called('0550-3012345'))).toBe(
      '经三方通话（青山县民政局、0550-3012345），结果为：',
    )
    expect(callNote(called(null))).toBe('经三方通话（青山县民政局），结果为：')
  })

  it('says what is to be added, and what to put right where the phone is none or one of several', () => {
    expect(callCopied(called('0550-3012345'), 'zh')).toMatch(/请补上结果$/)
    expect(callCopied(called('0550-3012345；供水服务12319'), 'zh')).toContain('请只留接通的一个')
    expect(callCopied(called(null), 'zh')).toContain('没有公布电话')
    expect(callCopied(called(''), 'en')).toContain('publishes no phone')
  })
})
