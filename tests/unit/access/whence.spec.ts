import { describe, expect, it } from '@jest/globals'
import {
  createTrust,
  tellWhence,
  toldWhence,
  whence,
  placeOf,
  plainAddress,
  proxiesIn,
  reachable,
} from '@/access/whence'

type Headers = Record<string, string>

const trusts = createTrust(proxiesIn('loopback, 10.8.0.0/16, fd00::/8') ?? [])
const from = (headers: Headers, remoteAddress = '127.0.0.1') =>
  whence({ headers: { host: 'here.example', ...headers }, socket: { remoteAddress } }, trusts)
const address = (forwardedFor: string, peer?: string) =>
  from({ 'x-forwarded-for': forwardedFor }, peer).address

describe('who asks', () => {
  it.each([
    ['the address that the proxy saw', '198.51.100.7', '198.51.100.7'],
    ['not what the visitor made up', '8.8.8.8, 203.0.113.9', '203.0.113.9'],
    ['whoever came to the first of several proxies', '203.0.113.9, 10.8.3.1', '203.0.113.9'],
    ['no proxy of another network', '203.0.113.9, 10.9.3.1', '10.9.3.1'],
    ['an IPv6 address', '2001:db8::7', '2001:db8::7'],
    ['with brackets and port', '[2001:db8::7]:4711', '2001:db8::7'],
    ['an IPv4 address with a port', '198.51.100.7:54321', '198.51.100.7'],
    ['an IPv4 address in IPv6 dress', '::ffff:198.51.100.7', '198.51.100.7'],
    ['blanks and capitals aside', ' 2001:DB8::7 ', '2001:db8::7'],
    ['the proxy where it wrote no address', 'unknown', '127.0.0.1'],
    ['the proxy where it wrote nonsense', '203.0.113.9, <script>', '127.0.0.1'],
    ['the proxy where it wrote nothing', '', '127.0.0.1'],
    ['the nearest one where all are proxies', '10.8.0.1, 10.8.0.2', '10.8.0.1'],
    ['not a number out of range', '203.0.113.9, 300.1.1.1', '127.0.0.1'],
  ])('is %s: %s', (_what, sent, found) => {
    expect(address(sent)).toBe(found)
  })

  it.each(['198.51.100.1', '::ffff:198.51.100.1', '2001:db8::1', '10.9.0.1'])(
    'is %s itself where no known proxy sends, whatever it says',
    (peer) => {
      const headers = {
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'evil.example',
        forwarded: 'for=203.0.113.9;proto=https;host=evil.example',
      }
      const told = from(headers, peer)
      expect(told).toEqual({
        address: peer.replace('::ffff:', ''),
        scheme: 'http',
        host: 'here.example',
      })
    },
  )

  it.each(['10.8.3.1', 'fd12::1', '::1', '::ffff:127.0.0.1', '127.8.0.1'])(
    'is told by the proxy %s',
    (peer) => {
      expect(address('203.0.113.9', peer)).toBe('203.0.113.9')
    },
  )

  it('is told by the standard header where the proxy writes that one', () => {
    const forwarded = 'for=8.8.8.8, for="[2001:db8::7]:4711";Proto=HTTPS;host=city.example'
    expect(from({ forwarded })).toEqual({
      address: '2001:db8::7',
      scheme: 'https',
      host: 'city.example',
    })
    expect(from({ forwarded: 'for=_hidden' }).address).toBe('127.0.0.1')
    expect(from({ forwarded: 'nonsense' }).address).toBe('127.0.0.1')
  })

  it('is the proxy where both kinds of header are there: one of them came from the visitor', () => {
    const both = { forwarded: 'for=1.2.3.4', 'x-forwarded-for': '203.0.113.9' }
    expect(from(both)).toEqual({ address: '127.0.0.1', scheme: 'http', host: 'here.example' })
  })

  it('is unknown where the connection is gone', () => {
    const gone = whence({ headers: {}, socket: {} }, trusts)
    expect(gone).toEqual({ address: 'unknown', scheme: 'http', host: 'localhost' })
  })
})

describe('scheme and host', () => {
  it.each([
    ['https', 'https'],
    ['HTTPS', 'https'],
    ['http, https', 'https'],
    ['javascript', 'http'],
    ['', 'http'],
  ])('the scheme %s is %s', (sent, scheme) => {
    expect(from({ 'x-forwarded-proto': sent }).scheme).toBe(scheme)
  })

  it.each([
    ['city.example:8443', 'city.example:8443'],
    ['[2001:db8::7]:80', '[2001:db8::7]:80'],
    ['a.example/b', 'here.example'],
    ['a.example b', 'here.example'],
    ['a.example:port', 'here.example'],
    ['user@a.example', 'here.example'],
  ])('the host %s is %s', (sent, host) => {
    expect(from({ 'x-forwarded-host': sent }).host).toBe(host)
  })

  it('of a connection that is encrypted to us is https', () => {
    const socket = { remoteAddress: '198.51.100.7', encrypted: true }
    expect(whence({ headers: {}, socket }, trusts).scheme).toBe('https')
  })
})

describe('what is handed on', () => {
  it('is what was found, and nothing of what was sent', () => {
    const headers: Headers = {
      host: 'a b',
      forwarded: 'for=1.2.3.4',
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-port': '99',
    }
    const found = whence({ headers, socket: { remoteAddress: '198.51.100.7' } }, trusts)
    tellWhence(headers, found)
    expect(toldWhence((name) => headers[name])).toEqual(found)
    expect(headers).toEqual({
      host: 'localhost',
      'x-forwarded-for': '198.51.100.7',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'localhost',
    })
  })
})

describe('the networks', () => {
  it.each([
    ['loopback', ['127.0.0.0/8', '::1']],
    ['none', []],
    ['192.0.2.1, 2001:db8::/32', ['192.0.2.1', '2001:db8::/32']],
    ['192.0.2.1/33', null],
    ['proxy.example', null],
    ['192.0.2.1,,', null],
  ])('are read from a list: %s', (list, proxies) => {
    expect(proxiesIn(list)).toEqual(proxies)
  })

  it('trust nobody where none is listed', () => {
    expect(createTrust([])('127.0.0.1')).toBe(false)
  })

  it('count an IPv6 line as one place, however many addresses it has', () => {
    expect(placeOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
    expect(placeOf('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64')
    expect(placeOf('2001:db8:1:3::9')).not.toBe(placeOf('2001:db8:1:2::9'))
    expect(placeOf('::1')).toBe('0:0:0:0::/64')
    expect(placeOf('198.51.100.7')).toBe('198.51.100.7')
  })

  it('take no other spelling for an address', () => {
    expect(['fe80::1%eth0', '1.2.3', '1.2.3.04', '0x7f.1', 'a', ''].map(plainAddress)).toEqual([
      'fe80::1',
      ...Array<null>(5).fill(null),
    ])
  })

  it('name an address that others may reach', () => {
    expect(reachable('127.0.0.1')).toBe('127.0.0.1')
    expect(reachable('::1')).toBe('[::1]')
    expect(reachable('0.0.0.0')).toMatch(/^\d+\.\d+\.\d+\.\d+$|^localhost$/)
    expect(reachable('0.0.0.0')).not.toBe('0.0.0.0')
  })
})
