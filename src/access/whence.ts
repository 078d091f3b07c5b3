import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIPv6, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Where a request comes from, and how its sender reached us. */
export type Whence = {
  /** Of whoever asks, as far as known proxies tell; `unknown` where the connection is gone already. */
  address: string
  scheme: 'http' | 'https'
  /** As it stands in the sender's address line, with a port where there is one. */
  host: string
}

export type Trusts = (address: string) => boolean

type Asked = {
  headers: IncomingHttpHeaders
  socket: { remoteAddress?: string; encrypted?: boolean }
}

/** @param proxies addresses and networks (`10.0.0.0/8`), as `ZHIKU_TRUSTED_PROXIES` lists them */
export function createTrust(proxies: readonly string[]): Trusts {
  const list = new BlockList()
  for (const proxy of proxies) {
    const network = networkOf(proxy)
    if (network) list.addSubnet(network.address, network.bits, network.family)
  }
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/**
 * The one answer to who asks from where. Headers count only where a trusted proxy sent the request; of the
 * addresses in them the right-most that is no proxy's, for everything left of it came from whoever asks.
 */
export function whence({ headers, socket }: Asked, trusts: Trusts): Whence {
  const peer = plainAddress(socket.remoteAddress ?? '')
  const told = peer && trusts(peer) ? toldBy(headers) : {}
  return {
    address: peer ? nearest(told.addresses ?? [], peer, trusts) : 'unknown',
    scheme: schemeOf(told.scheme) ?? (socket.encrypted ? 'https' : 'http'),
    host: hostOf(told.host) ?? hostOf(headers.host) ?? 'localhost',
  }
}

/** Written over what was sent, so that nothing behind asks again: Next and Payload read these names too. */
export function tellWhence(headers: IncomingHttpHeaders, { address, scheme, host }: Whence): void {
  delete headers.forwarded
  delete headers['x-forwarded-port']
  headers['x-forwarded-for'] = address
  headers['x-forwarded-proto'] = scheme
  headers['x-forwarded-host'] = host
  headers.host = hostOf(headers.host) ?? 'localhost'
}

/** As `tellWhence` wrote it. */
export const toldWhence = (header: (name: string) => string | null | undefined): Whence => ({
  address: header('x-forwarded-for') ?? 'unknown',
  scheme: header('x-forwarded-proto') === 'https' ? 'https' : 'http',
  host: header('x-forwarded-host') ?? 'localhost',
})

type Told = { addresses?: string[]; scheme?: string; host?: string }

/**
 * A proxy writes one of the two kinds of header and lets the other through as it came. Where both are there
 * it cannot be told which is the proxy's, and neither is believed.
 */
function toldBy(headers: IncomingHttpHeaders): Told {
  const [addresses, schemes, hosts] = (['for', 'proto', 'host'] as const).map((name) =>
    listOf(headers[`x-forwarded-${name}`]),
  ) as [string[], string[], string[]]
  const isTold = addresses.length + schemes.length + hosts.length > 0
  if (headers.forwarded !== undefined) return isTold ? {} : standardly(listOf(headers.forwarded))
  return { addresses, scheme: schemes.at(-1), host: hosts.at(-1) }
}

/** RFC 7239: `for=192.0.2.60;proto=https;host=a.example, for="[2001:db8::1]:4711"`. */
function standardly(elements: readonly string[]): Told {
  const read = elements.map((element) => {
    const pairs = element.split(';').flatMap((pair) => {
      const [, name, value] = /^\s*(\w+)\s*=\s*"?([^"]*)"?\s*$/.exec(pair) ?? []
      return name ? [[name.toLowerCase(), value] as const] : []
    })
    return Object.fromEntries(pairs)
  })
  const last = read.at(-1)
  return { addresses: read.map((each) => each.for ?? ''), scheme: last?.proto, host: last?.host }
}

/** From the right, past proxies of ours; what is no address ends the search at the proxy that wrote it. */
function nearest(addresses: readonly string[], peer: string, trusts: Trusts): string {
  let found = peer
  for (const sent of [...addresses].reverse()) {
    const address = plainAddress(sent)
    if (!address) return found
    found = address
    if (!trusts(address)) return found
  }
  return found
}

const listOf = (header: string | string[] | undefined): string[] =>
  header === undefined
    ? []
    : [header]
        .flat()
        .join(',')
        .split(',')
        .map((part) => part.trim())

function schemeOf(told: string | undefined): Whence['scheme'] | null {
  const scheme = told?.toLowerCase()
  return scheme === 'http' || scheme === 'https' ? scheme : null
}

/** A name or an address with or without a port; what looks like nothing of the kind was made up. */
const hostOf = (sent: string | undefined): string | null =>
  sent && /^([a-z\d]([\w.-]*[a-z\d.])?|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(sent)
    ? sent.toLowerCase()
    : null

/** One address in its plain form: without brackets, port, zone, or the IPv6 dress of an IPv4 address. */
export function plainAddress(sent: string): string | null {
  const text = sent.trim().toLowerCase()
  const [, inBrackets] = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text) ?? []
  const bare = (inBrackets ?? text.replace(/^([\d.]+):\d{1,5}$/, '$1')).replace(/%[\w.-]+$/, '')
  const address = /^::ffff:([\d.]+)$/.exec(bare)?.[1] ?? bare
  return isIP(address) === 0 ? null : address
}

type Network = { address: string; bits: number; family: 'ipv4' | 'ipv6' }

/** `10.0.0.0/8`, `fd00::/8`, or one address; null where it is neither. */
function networkOf(text: string): Network | null {
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
