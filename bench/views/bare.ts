import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { written } from './acknowledged'

type Work = () => unknown
type Rate = { what: string; rate: number; share: number }

const [count, atOnce, turns] = [2_000, 16, 4]

/**
 * How many POSTs a second are answered after each work, and what share that is of those answered after none: client and
 * server in this process, in turns, and what a turn leaves to be written is written before the next begins.
 */
export async function bareRates({
  payload,
  works,
}: {
  payload: Payload
  works: Record<string, Work>
}): Promise<Rate[]> {
  const all = Object.entries({ empty: () => undefined, ...works })
  const seconds = new Map<string, number>()
  // The first turn of all is slower than any later one.
  for (let turn = 0; turn <= turns; turn += 1)
    for (const [what, work] of all) {
      const took = await secondsOf(work)
      if (turn > 0) seconds.set(what, (seconds.get(what) ?? 0) + took)
      await written(payload)
    }
  const rateOf = (what: string) => (count * turns) / (seconds.get(what) ?? NaN)
  return all.map(([what]) => ({ what, rate: rateOf(what), share: rateOf(what) / rateOf('empty') }))
}

async function secondsOf(work: Work): Promise<number> {
  const server = createServer((req, res) => {
    const answer = async () => res.end(JSON.stringify((await work()) ?? {}))
    req.resume().once('end', () => void answer())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })
  let left = count
  const begun = performance.now()
  const lane = async () => {
    while (left-- > 0) {
      await new Promise<void>((done, failed) => {
        request({ port, agent, method: 'POST' }, (res) => res.resume().once('end', done))
          .once('error', failed)
          .end('{}')
      })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  const seconds = (performance.now() - begun) / 1_000
  agent.destroy()
  server.close()
  return seconds
}
