import { Agent, get } from 'node:http'

/** Asks a server over connections that stay open; anything but 200 rejects. */
export function overHttp(url: string, headers: Record<string, string>, connections: number) {
  // Servers let go of what is idle for five seconds; whoever asks at that moment would be refused.
  const agent = new Agent({ keepAlive: true, maxSockets: connections, timeout: 3_000 })
  return (question: string): Promise<string> =>
    new Promise((done, failed) => {
      const address = `${url}${url.includes('?') ? '&' : '?'}q=${encodeURIComponent(question)}`
      const request = get(address, { agent, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const body = Buffer.concat(parts).toString()
          if (answer.statusCode === 200) done(body)
          else failed(new Error(`${answer.statusCode}: ${body}`))
        })
      })
      request.on('error', failed)
    })
}
