import { createServer } from 'node:net'

/** What is wrong and what to do about it, in a sentence for the person at the terminal. */
export class Plain extends Error {}

/** Whether an error is for the person at the terminal as it stands. Those of src/ come out of a bundle. */
export const isPlain = (error) =>
  error instanceof Plain || ['DataLocked', 'DataUnusable', 'SettingsError'].includes(error?.name)

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Plain(
    `Node.js ${version} 版本过低，请安装 20.19 或更高版本。\nNode.js ${version} is too old: install 20.19 or later.`,
  )
}

/** The port as set; src/env.ts says the same again where more than the port is wrong. */
export function chosenPort() {
  const port = Number(process.env.PORT || 3000)
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port
  throw new Plain('PORT 须是 1 至 65535 的整数。PORT must be a whole number from 1 to 65535.')
}

/** Tries the port before minutes are spent on what could not be served then. */
export function checkPort(port, host) {
  return new Promise((free, taken) => {
    const trial = createServer()
    trial.once('error', (error) => taken(listenFailed(error, port, host)))
    trial.listen(port, host, () => trial.close(() => free()))
  })
}

/** Why the server cannot listen, as a sentence. */
export function listenFailed(error, port, host) {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Plain(
        `端口 ${port} 已被占用，请用 PORT 另设一个，例如 PORT=${port === 65535 ? 3000 : port + 1} npm start。\n` +
          `Port ${port} is taken: set another PORT, for example PORT=${port === 65535 ? 3000 : port + 1} npm start.`,
      )
    case 'EACCES':
      return new Plain(
        `没有使用端口 ${port} 的权限，请将 PORT 设为 1024 以上。\n` +
          `Not allowed to use port ${port}: set PORT to 1024 or above.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Plain(
        `本机没有地址 ${host}，请检查 HOST。\nThis machine has no address ${host}: check HOST.`,
      )
    default:
      return error
  }
}
