import { readFileSync } from 'node:fs'

/**
 * Takes the settings of a `.env` file that the environment does not name already. Of our own,
 * because process.loadEnvFile came with Node 20.12.
 */
export function loadDotenv(file = '.env') {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return
  }
  for (const [, name, value] of text.matchAll(
    /^[ \t]*(?:export[ \t]+)?(\w+)[ \t]*=[ \t]*(.*?)[ \t]*$/gm,
  )) {
    const quoted = /^(["'])(.*)\1/.exec(value)
    process.env[name] ??= quoted ? quoted[2] : value.replace(/\s+#.*$/, '')
  }
}
