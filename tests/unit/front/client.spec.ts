import { describe, expect, it, jest } from '@jest/globals'
import { clientOf } from '@/front/client'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const weixin =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50(0x18003234) NetType/WIFI Language/zh_CN'

const client = (headers: Record<string, string>, address = '10.1.2.3') =>
  clientOf((name) => ({ 'x-forwarded-for': address, ...headers })[name])

describe('the program behind a request', () => {
  it('is a person’s browser, also inside WeChat', () => {
    for (const agent of [firefox, weixin]) {
      expect(client({ 'user-agent': agent }).isRobot).toBe(false)
    }
  })

  it.each([
    ['names itself one', { 'user-agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0)' }],
    ['does not say what it is', {}],
    ['fetches ahead, in case a link is opened', { 'user-agent': firefox, purpose: 'prefetch' }],
    ['renders ahead', { 'user-agent': firefox, 'sec-purpose': 'prefetch;prerender' }],
    ['is Next, looking ahead', { 'user-agent': firefox, 'next-router-prefetch': '1' }],
  ])('is a robot when it %s', (_, headers) => {
    expect(client(headers as Record<string, string>).isRobot).toBe(true)
  })

  it('is the same session for the same browser at the same place, and tells neither', () => {
    const { session } = client({ 'user-agent': firefox }, '10.1.2.3')
    expect(client({ 'user-agent': firefox }, '10.1.2.3').session).toBe(session)
    expect(client({ 'user-agent': firefox }, '10.1.2.4').session).not.toBe(session)
    expect(client({ 'user-agent': weixin }, '10.1.2.3').session).not.toBe(session)
    expect(session).toMatch(/^[\w-]{43}$/)
  })

  it('is another session from midnight in Shanghai on', () => {
    const sessionAt = (moment: string) => {
      jest.useFakeTimers({ now: new Date(moment) })
      return client({ 'user-agent': firefox }).session
    }
    const sessions = ['00:00:00', '23:59:59'].map((time) => sessionAt(`2026-11-29T${time}+08:00`))
    const next = sessionAt('2026-11-30T00:00:00+08:00')
    jest.useRealTimers()
    expect(sessions[0]).toBe(sessions[1])
    expect(sessions).not.toContain(next)
  })
})
