import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { Plain } from './checks.mjs'

/** Takes the settings of a `.env` file that the environment does not name already. */
export function loadDotenv(file = '.env') {
  let bytes
  try {
    bytes = readFileSync(file)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw new Plain(
      `设置文件 ${file} 读不到（${error.code}），请检查。\nThe settings in ${file} cannot be read (${error.code}).`,
    )
  }
  for (const [name, value] of Object.entries(parseEnv(decoded(bytes)))) process.env[name] ??= value
}

/** Editors and shells of Windows begin a file with a mark of its encoding; the decoder takes it away. */
function decoded(bytes) {
  const [first, second] = bytes
  const isWide = first === 0xff && second === 0xfe
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes)
}
