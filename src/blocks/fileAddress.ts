/** Where readers fetch an attachment; whether they may is asked there. */
export const fileAddress = (hash: string, name: string): string =>
  `/files/${hash}/${encodeURIComponent(name)}`

/** Where those who read a working copy fetch its files, live or not; whether they may is asked there too. */
export const copyAddress = (filename: string): string =>
  `/api/media/file/${encodeURIComponent(filename)}`
