/** A value of a header as RFC 8187 writes it, which knows fewer characters than an address. */
export const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

/**
 * The headers of a file that is made for whoever asks, to be kept under its name and nowhere in between (RFC 6266).
 * @param plain the name for programs that read no other letters
 */
export const attached = (type: string, { name, plain }: { name: string; plain: string }) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`,
  'cache-control': 'no-store',
})

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
