import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

/** Takes the settings of a `.env` file that the environment does not name already. */
export function loadDotenv(file = '.env') {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return
  }
  for (const [name, value] of Object.entries(parseEnv(text))) process.env[name] ??= value
}
