/** Where readers fetch an attachment; whether they may is asked there. */
export const fileAddress = (hash: string, name: string): string =>
  `/files/${hash}/${encodeURIComponent(name)}`
