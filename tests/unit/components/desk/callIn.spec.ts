import { describe, expect, it } from '@jest/globals'
import { callIn, givenCall } from '@/components/desk/callIn'

describe('the telephony tells of a call', () => {
  it('by its id, with number and district where it knows them', () => {
    const told = { type: 'zhiku-call', call: 'c-1', number: '13900001234', district: 'county' }
    expect(callIn(told)).toEqual({ id: 'c-1', number: '13900001234', district: 'county' })
    expect(callIn({ type: 'zhiku-call', call: 'c-1' })).toEqual({ id: 'c-1' })
  })

  it.each([
    ['another message', { type: 'other', call: 'c-1' }],
    ['no id', { type: 'zhiku-call' }],
    ['an id that is none', { type: 'zhiku-call', call: '<b>' }],
    ['no object', 'zhiku-call'],
    ['nothing', null],
  ])('and not by %s', (_, data) => {
    expect(callIn(data)).toBeNull()
  })

  it('leaving out a number or a district that is none', () => {
    const told = { type: 'zhiku-call', call: 'c-1', number: '<script>', district: { a: 1 } }
    expect(callIn(told)).toEqual({ id: 'c-1', number: undefined, district: undefined })
  })

  it('in the address too, where no number is read', () => {
    const of = (name: string) => ({ call: 'c-1', number: '139', district: 'county' })[name]
    expect(givenCall(of)).toEqual({ id: 'c-1', district: 'county' })
    expect(givenCall(() => undefined)).toBeNull()
  })
})
