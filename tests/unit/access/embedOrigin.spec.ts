import { describe, expect, it } from '@jest/globals'
import { embedOriginOf } from '@/access/embedOrigin'

describe('an origin that may embed the desk', () => {
  it.each([
    ['https://CTI.example.cn/', 'https://cti.example.cn'],
    [' https://cti.example.cn:8443 ', 'https://cti.example.cn:8443'],
    ['https://cti.example.cn:443', 'https://cti.example.cn'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://192.168.1.5', 'http://192.168.1.5'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%s is %s', (sent, origin) => {
    expect(embedOriginOf(sent)).toBe(origin)
  })

  it.each([
    ...['', '*', 'https://*.example.cn', 'https://a.cn/desk', 'https://a.cn?x=1', 'http://a.cn'],
    ...[
      'http://11.0.0.1',
      'https://user@a.cn',
      'https://a.cn;x',
      "https://a.cn 'unsafe'",
      'data:x',
    ],
    ...['http://10.evil.cn', 'http://127.0.0.1.evil.cn', 'https://a.cn, https://b.cn'],
  ])('%s is none', (sent) => {
    expect(embedOriginOf(sent)).toBeNull()
  })
})
