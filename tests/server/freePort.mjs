import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * A port nobody listens on. Below those the system gives to outgoing connections (from 32768 on Linux): one of these
 * may be taken between being found and being used.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const port = randomInt(20_000, 32_768)
  return (await isFree(port)) ? port : freePort()
}

const isFree = (port) =>
  new Promise((told) => {
    const trial = createServer()
    trial.once('error', () => told(false))
    trial.listen(port, '127.0.0.1', () => trial.close(() => told(true)))
  })
