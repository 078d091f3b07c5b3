/** What a link of a text may lead to; everything else (a file on a disk, a place in Word, a script) leads nowhere. */
const schemes = ['http:', 'https:', 'mailto:', 'tel:']

/** A page of our own. */
const ownPage = /^\/(?!\/)[\w\-./]*(?:\?[-;&=%\w]*)?(?:#[\w-]+)?$/

/** The address as it is stored where it leads somewhere, or null. */
export function webAddress(given: unknown): string | null {
  if (typeof given !== 'string') return null
  const written = given.trim()
  if (ownPage.test(written)) return written
  const address = /^www\./i.test(written) ? `https://${written}` : written
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return null
  }
  if (!schemes.includes(url.protocol)) return null
  const isWeb = url.protocol.startsWith('http')
  if (isWeb ? !url.hostname.includes('.') : url.pathname.trim() === '') return null
  if (url.protocol === 'tel:') return address.replace(/\s+/g, '')
  return /\s/.test(address) ? url.href : address
}

/** Where readers fetch an attachment; whether they may is asked there. */
export const fileAddress = (hash: string, name: string): string =>
  `/files/${hash}/${encodeURIComponent(name)}`

/** Where those who read a working copy fetch its files, live or not; whether they may is asked there too. */
export const copyAddress = (filename: string): string =>
  `/api/media/file/${encodeURIComponent(filename)}`
