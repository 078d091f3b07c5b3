import { Agent, request } from 'node:http'

type Asked = {
  url: string
  /** The path of the n-th request. */
  path: (n: number) => string
  atOnce: number
  seconds: number
  headers?: (n: number) => Record<string, string>
}

/** Answers of one stretch of asking: how many, in which time, and how long each took in milliseconds. */
export type Load = { answers: number; seconds: number; times: number[]; bytes: number }

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Asks as browsers do, so many at once, each as soon as it has its answer; rejects where one is not a 200. */
export async function load({ url, path, atOnce, seconds, headers }: Asked): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let [n, bytes] = [0, 0]
  const begun = performance.now()
  const until = begun + seconds * 1_000
  const lane = async () => {
    while (performance.now() < until) {
      const at = n
      n += 1
      const since = performance.now()
      bytes += await ask(agent, url + path(at), headers?.(at))
      times.push(performance.now() - since)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  agent.destroy()
  const took = (performance.now() - begun) / 1_000
  return { answers: times.length, seconds: took, times, bytes }
}

function ask(agent: Agent, url: string, more: Record<string, string> = {}): Promise<number> {
  const headers = { 'accept-encoding': 'gzip', 'user-agent': browser, ...more }
  return new Promise((done, failed) => {
    request(url, { agent, headers }, (response) => {
      let bytes = 0
      response
        .on('data', (part: Buffer) => (bytes += part.length))
        .once('end', () => {
          if (response.statusCode === 200) done(bytes)
          else failed(new Error(`${url}: ${response.statusCode}`))
        })
    })
      .once('error', failed)
      .end()
  })
}
