import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

/** One address in its plain form: without brackets, port, zone, or the IPv6 dress of an IPv4 address. */
export function plainAddress(sent: string): string | null {
  const text = sent.trim().toLowerCase()
  const [, inBrackets] = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text) ?? []
  const bare = (inBrackets ?? text.replace(/^([\d.]+):\d{1,5}$/, '$1')).replace(/%[\w.-]+$/, '')
  const address = /^::ffff:([\d.]+)$/.exec(bare)?.[1] ?? bare
  return isIP(address) === 0 ? null : address
}

export type Network = { address: string; bits: number; family: 'ipv4' | 'ipv6' }

/** `10.0.0.0/8`, `fd00::/8`, or one address; null where it is neither. */
export function networkOf(text: string): Network | null {
  const [, address = '', tail] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? []
  const version = isIP(address)
  if (version === 0) return null
  const most = version === 4 ? 32 : 128
  const bits = tail === undefined ? most : Number(tail)
  return bits <= most ? { address, bits, family: `ipv${version as 4 | 6}` } : null
}

/** What one visitor can hardly change: an address, of IPv6 the network that one line is given. */
export function placeOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [left = '', right] = address.split('::')
  const groups = (part: string) => part.split(':').filter(Boolean)
  const zeros = right === undefined ? 0 : 8 - groups(left).length - groups(right).length
  const all = [
    ...groups(left),
    ...Array<string>(Math.max(0, zeros)).fill('0'),
    ...groups(right ?? ''),
  ]
  return `${all.slice(0, 4).join(':')}::/64`
}

/** A list with commas between: addresses, networks, `loopback`, `none`; null where one of them is none of these. */
export function proxiesIn(list: string): string[] | null {
  const proxies = list.split(',').flatMap((each) => {
    const proxy = each.trim()
    if (proxy === 'loopback') return ['127.0.0.0/8', '::1']
    return proxy === 'none' ? [] : [proxy]
  })
  return proxies.every(networkOf) ? proxies : null
}

/** Where others reach a server that listens on `host`: of one that listens on all, an address of this machine. */
export function reachable(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const outward = addresses.find(({ family, internal }) => family === 'IPv4' && !internal)
  return outward?.address ?? 'localhost'
}
