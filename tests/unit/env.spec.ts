import { afterAll, describe, expect, it } from '@jest/globals'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv, settings, SettingsError } from '@/env'

const cluster = { ELASTICSEARCH_URL: 'https://es:9200' }
const user = { ELASTICSEARCH_USERNAME: 'zhiku', ELASTICSEARCH_PASSWORD: 'secret' }

describe('the settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiku-env-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('have defaults that need nothing installed', () => {
    const env = readEnv({}, folder)
    expect(env).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: join(folder, 'data'),
      databaseUrl: `file://${folder}/data/zhiku.db`,
      isDemo: true,
      isProduction: false,
    })
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'postgres://localhost/zhiku'],
    ['ZHIKU_DEMO', 'maybe'],
    ['ZHIKU_DEMO_PASSWORD', 'ab'],
    ['ZHIKU_SECRET', 'short'],
    ['ZHIKU_FORMER_SECRETS', 'short,also short'],
    ['ZHIKU_URL', 'zhiku.example.cn'],
    ['ZHIKU_TRUSTED_PROXIES', 'proxy.example.cn'],
    ['ZHIKU_IDLE_LOCK', '1'],
    ['ZHIKU_IDLE_LOCK', 'never'],
    ['ELASTICSEARCH_URL', 'search.example.cn:9200'],
    ['ELASTICSEARCH_INDEX', 'Zhiku*'],
    ['NODE_ENV', 'live'],
  ])('name the wrong one in one line: %s=%s', (name, value) => {
    const read = () => readEnv({ [name]: value }, folder)
    expect(read).toThrow(SettingsError)
    expect(read).toThrow(new RegExp(`^${name}[^\\n]*。${name}[^\\n]*\\.$`))
  })

  it.each([
    [{ ELASTICSEARCH_API_KEY: 'key' }, 'ELASTICSEARCH_URL'],
    [{ ...cluster, ELASTICSEARCH_USERNAME: 'zhiku' }, 'ELASTICSEARCH_PASSWORD'],
    [{ ...cluster, ...user, ELASTICSEARCH_API_KEY: 'key' }, 'choose one'],
    [{ ELASTICSEARCH_URL: 'http://es:9200', ELASTICSEARCH_CA: 'ca.pem' }, 'https://'],
    [{ ...cluster, ELASTICSEARCH_CA: 'nowhere.pem' }, 'cannot be read'],
  ])('refuse what contradicts itself about the cluster: %o', (given, said) => {
    expect(() => readEnv(given, folder)).toThrow(SettingsError)
    expect(() => readEnv(given, folder)).toThrow(said)
  })

  it('name the cluster, how to sign in and whose certificates to trust', () => {
    writeFileSync(join(folder, 'ca.pem'), 'CERTIFICATE')
    const given = { ...cluster, ...user, ELASTICSEARCH_CA: 'ca.pem' }
    expect(readEnv(given, folder).elasticsearch).toEqual({
      ...{ url: 'https://es:9200', username: 'zhiku', password: 'secret', ca: 'CERTIFICATE' },
      prefix: 'zhiku',
    })
    expect(readEnv({}, folder).elasticsearch).toBeUndefined()
  })

  it('say what links begin with, and whose word counts on who asks', () => {
    const given = { ZHIKU_URL: 'https://zhiku.example.cn/', ZHIKU_TRUSTED_PROXIES: '10.0.0.0/8' }
    expect(readEnv(given, folder)).toMatchObject({
      site: 'https://zhiku.example.cn',
      trustedProxies: ['10.0.0.0/8'],
    })
    expect(readEnv({ HOST: '::1', PORT: '8080' }, folder)).toMatchObject({
      site: 'http://[::1]:8080',
      trustedProxies: ['127.0.0.0/8', '::1'],
    })
  })

  it('name every wrong one at once', () => {
    expect(() => readEnv({ PORT: 'x', ZHIKU_DEMO: 'x' }, folder)).toThrow(/^PORT.*\nZHIKU_DEMO.*$/)
  })

  it('take an empty value as not set', () => {
    expect(readEnv({ PORT: '', ZHIKU_DEMO_PASSWORD: '' }, folder)).toMatchObject({
      port: 3000,
      demoPassword: undefined,
    })
  })

  it('make relative paths absolute, Chinese names and blanks included', () => {
    const env = readEnv({ ZHIKU_DATA_DIR: '数 据', DATABASE_URL: 'file:./库 1.db' }, folder)
    expect(env.dataDir).toBe(join(folder, '数 据'))
    expect(decodeURI(env.databaseUrl)).toBe(`file://${folder}/库 1.db`)
  })

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readEnv({}, folder))).toBe(true)
  })

  it('make a secret at first use, for its owner only, and keep it', () => {
    const first = readEnv({ ZHIKU_DATA_DIR: 'kept' }, folder)
    expect(existsSync(join(folder, 'kept'))).toBe(false)
    expect(first.secret).toMatch(/^[0-9a-f]{64}$/)
    expect(statSync(join(folder, 'kept/secret')).mode & 0o777).toBe(0o600)
    expect(readEnv({ ZHIKU_DATA_DIR: 'kept' }, folder).secret).toBe(first.secret)
  })

  it('touch no file while next builds', () => {
    const env = readEnv(
      { ZHIKU_DATA_DIR: 'building', NEXT_PHASE: 'phase-production-build' },
      folder,
    )
    expect(env.secret).toMatch(/^[0-9a-f]{64}$/)
    expect(existsSync(join(folder, 'building'))).toBe(false)
  })

  it('are the ones .env.example lists, in the same order', () => {
    const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)]
    expect(listed.map(([, name]) => name)).toEqual(Object.keys(settings.shape))
  })
})
