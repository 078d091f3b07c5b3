import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import { proxiesIn, reachable } from './access/whence'
import { keptSecret } from './keptSecret'

/** Every setting that is honoured, as it is written in the environment. `.env.example` lists the same. */
export const settings = z.object({
  PORT: wholeNumber('PORT', 1, 65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  ZHIKU_DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:.|mongodb(\+srv)?:\/\/.)/,
      'DATABASE_URL 须以 file: 或 mongodb:// 开头。DATABASE_URL must start with file: or mongodb://.',
    )
    .optional(),
  ZHIKU_DEMO: yesOrNo('ZHIKU_DEMO').default('yes'),
  // Payload refuses a shorter password, but only after the whole city has been loaded.
  ZHIKU_DEMO_PASSWORD: z
    .string()
    .min(
      3,
      'ZHIKU_DEMO_PASSWORD 至少 3 个字符。ZHIKU_DEMO_PASSWORD must have at least 3 characters.',
    )
    .optional(),
  ZHIKU_SECRET: z
    .string()
    .min(32, 'ZHIKU_SECRET 至少 32 个字符。ZHIKU_SECRET must have at least 32 characters.')
    .optional(),
  ZHIKU_FORMER_SECRETS: z
    .string()
    .regex(
      /^[^,]{32,}(,[^,]{32,})*$/,
      'ZHIKU_FORMER_SECRETS 须以逗号分隔，每个至少 32 个字符。ZHIKU_FORMER_SECRETS: at least 32 characters each, with commas between.',
    )
    .optional(),
  ZHIKU_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'ZHIKU_URL 须是以 http:// 或 https:// 开头的完整地址。ZHIKU_URL must be a whole address that starts with http:// or https://.',
    })
    .optional(),
  ZHIKU_TRUSTED_PROXIES: z
    .string()
    .refine(
      proxiesIn,
      'ZHIKU_TRUSTED_PROXIES 须是以逗号分隔的 IP 地址或网段，或 loopback、none。ZHIKU_TRUSTED_PROXIES: addresses or networks with commas between, loopback, or none.',
    )
    .default('loopback'),
  ZHIKU_IDLE_LOCK: wholeNumber('ZHIKU_IDLE_LOCK', 2, 240).optional(),
  ZHIKU_SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error:
        'ZHIKU_SMTP_URL 须以 smtp:// 或 smtps:// 开头。ZHIKU_SMTP_URL must start with smtp:// or smtps://.',
    })
    .optional(),
  ZHIKU_MAIL_FROM: z
    .email('ZHIKU_MAIL_FROM 须是一个邮箱地址。ZHIKU_MAIL_FROM must be a mail address.')
    .optional(),
  ELASTICSEARCH_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'ELASTICSEARCH_URL 须是以 http:// 或 https:// 开头的完整地址。ELASTICSEARCH_URL must be a whole address that starts with http:// or https://.',
    })
    .optional(),
  ELASTICSEARCH_API_KEY: z.string().optional(),
  ELASTICSEARCH_USERNAME: z.string().optional(),
  ELASTICSEARCH_PASSWORD: z.string().optional(),
  ELASTICSEARCH_CA: z.string().optional(),
  ELASTICSEARCH_INDEX: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9_.-]{0,99}$/,
      'ELASTICSEARCH_INDEX 只能用小写字母、数字、点、横线和下划线。ELASTICSEARCH_INDEX takes lower-case letters, digits, dots, hyphens and underscores.',
    )
    .optional(),
  ZHIKU_FAULT_POINTS: yesOrNo('ZHIKU_FAULT_POINTS').default('no'),
  NODE_ENV: z
    .enum(
      ['development', 'production', 'test'],
      'NODE_ENV 只能是 development、production 或 test。NODE_ENV must be development, production or test.',
    )
    .default('development'),
})

export type Env = Readonly<{
  port: number
  host: string
  /** Absolute; database, index, uploads, secret and lock lie in it. */
  dataDir: string
  /** `file:///absolute/path` or `mongodb://…`. */
  databaseUrl: string
  isDemo: boolean
  demoPassword: string | undefined
  /** The address people reach the site by, without a slash at the end, where it is known. */
  url: string | undefined
  /** What links to this site begin with: `url`, or else as the server listens; never what a request says. */
  site: string
  /** Addresses and networks of proxies whose word on who asks is taken. */
  trustedProxies: readonly string[]
  /** Minutes without key or mouse after which desk and admin lock and the session ends; without it they never do. */
  idleLock: number | undefined
  /** How mails go out; without it they are written to a folder. */
  smtpUrl: string | undefined
  mailFrom: string
  /** The cluster that searches; without it the embedded engine does. */
  elasticsearch: ElasticsearchSettings | undefined
  isProduction: boolean
  /** May a test choose a place where the process dies? */
  hasFaultPoints: boolean
  /** True while `next build` runs: no database, no secret, no file may be touched. */
  isBuilding: boolean
  /** Secrets of this instance before the present one, oldest first: the audit log is checked with them. */
  formerSecrets: readonly string[]
  /** Made at first use into the data folder unless set. */
  readonly secret: string
}>

export type ElasticsearchSettings = Readonly<{
  url: string
  apiKey?: string
  username?: string
  password?: string
  /** Certificates of the authority that signed the server's, as PEM. */
  ca?: string
  /** What the names of our indices begin with. */
  prefix: string
}>

/** One sentence for each wrong setting; start-up prints them and ends. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** Reads and checks the settings; relative paths count from `folder`. */
export function readEnv(source: Record<string, string | undefined>, folder: string): Env {
  // A line such as `ZHIKU_SECRET=` in a .env file means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map((issue) => issue.message).join('\n'))
  }
  const set = parsed.data
  if (set.ZHIKU_SMTP_URL && !set.ZHIKU_MAIL_FROM) {
    throw new SettingsError(
      '设置了 ZHIKU_SMTP_URL，还须设置发件人 ZHIKU_MAIL_FROM。With ZHIKU_SMTP_URL set, ZHIKU_MAIL_FROM (the sender) is needed too.',
    )
  }
  const dataDir = resolve(folder, set.ZHIKU_DATA_DIR)
  const isBuilding = source.NEXT_PHASE === 'phase-production-build'
  const url = set.ZHIKU_URL?.replace(/\/+$/, '')
  let secret = set.ZHIKU_SECRET ?? (isBuilding ? randomBytes(32).toString('hex') : undefined)
  return Object.freeze({
    port: set.PORT,
    host: set.HOST,
    dataDir,
    databaseUrl: absoluteUrl(set.DATABASE_URL, dataDir, folder),
    isDemo: set.ZHIKU_DEMO === 'yes',
    demoPassword: set.ZHIKU_DEMO_PASSWORD,
    url,
    site: url ?? `http://${reachable(set.HOST)}:${set.PORT}`,
    trustedProxies: proxiesIn(set.ZHIKU_TRUSTED_PROXIES) ?? [],
    idleLock: set.ZHIKU_IDLE_LOCK,
    smtpUrl: set.ZHIKU_SMTP_URL,
    mailFrom: set.ZHIKU_MAIL_FROM ?? 'zhiku@localhost',
    elasticsearch: isBuilding ? undefined : elasticsearchOf(set, folder),
    isProduction: set.NODE_ENV === 'production',
    hasFaultPoints: set.ZHIKU_FAULT_POINTS === 'yes',
    isBuilding,
    formerSecrets: set.ZHIKU_FORMER_SECRETS?.split(',') ?? [],
    get secret() {
      return (secret ??= keptSecret(dataDir))
    },
  })
}

function wholeNumber(name: string, least: number, most: number) {
  const problem = `${name} 须是 ${least} 至 ${most} 的整数。${name} must be a whole number from ${least} to ${most}.`
  return z.coerce.number(problem).int(problem).min(least, problem).max(most, problem)
}

function yesOrNo(name: string) {
  return z.enum(['yes', 'no'], `${name} 只能是 yes 或 no。${name} must be yes or no.`)
}

function elasticsearchOf(
  set: z.infer<typeof settings>,
  folder: string,
): ElasticsearchSettings | undefined {
  const url = set.ELASTICSEARCH_URL
  const [apiKey, username, password] = [
    set.ELASTICSEARCH_API_KEY,
    set.ELASTICSEARCH_USERNAME,
    set.ELASTICSEARCH_PASSWORD,
  ]
  const others = [apiKey, username, password, set.ELASTICSEARCH_CA, set.ELASTICSEARCH_INDEX]
  if (url === undefined) {
    if (others.every((each) => each === undefined)) return undefined
    throw new SettingsError(
      '设置了其他 ELASTICSEARCH_ 项，还须设置 ELASTICSEARCH_URL。The other ELASTICSEARCH_ settings need ELASTICSEARCH_URL.',
    )
  }
  const { username: inUrl, protocol } = new URL(url)
  if ([inUrl || undefined, apiKey, username].filter((each) => each !== undefined).length > 1) {
    throw new SettingsError(
      'ELASTICSEARCH_API_KEY 和用户名只能用一种。ELASTICSEARCH_API_KEY and a user are two ways to sign in: choose one.',
    )
  }
  if ((username === undefined) !== (password === undefined)) {
    throw new SettingsError(
      'ELASTICSEARCH_USERNAME 和 ELASTICSEARCH_PASSWORD 须同时设置。ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD belong together.',
    )
  }
  if (set.ELASTICSEARCH_CA !== undefined && protocol !== 'https:') {
    throw new SettingsError(
      'ELASTICSEARCH_CA 只用于 https:// 地址。ELASTICSEARCH_CA is for an address that starts with https://.',
    )
  }
  const ca = set.ELASTICSEARCH_CA && readCertificates(resolve(folder, set.ELASTICSEARCH_CA))
  return { url, apiKey, username, password, ca, prefix: set.ELASTICSEARCH_INDEX ?? 'zhiku' }
}

function readCertificates(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new SettingsError(
      `ELASTICSEARCH_CA 指定的文件读不到：${file}。The file named by ELASTICSEARCH_CA cannot be read: ${file}.`,
    )
  }
}

function absoluteUrl(url: string | undefined, dataDir: string, folder: string): string {
  if (url === undefined) return pathToFileURL(join(dataDir, 'zhiku.db')).href
  if (!url.startsWith('file:')) return url
  const path = url.startsWith('file://') ? fileURLToPath(url) : resolve(folder, url.slice(5))
  return pathToFileURL(path).href
}

export const env = readEnv(process.env, process.cwd())
