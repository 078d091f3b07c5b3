import { createServer, type AddressInfo } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { checkNode, checkPort } from '../../../scripts/checks.mjs'
import { loadDotenv } from '../../../scripts/dotenv.mjs'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-checks-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('before anything is installed, npm start', () => {
  it.each(['18.19.0', '20.18.3', '16.0.0'])('refuses Node %s', (version) => {
    expect(() => checkNode(version)).toThrow(/is too old: install 20\.19 or later/)
  })

  it.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('takes Node %s', (version) => {
    expect(() => checkNode(version)).not.toThrow()
  })

  it('says which port is taken', async () => {
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    await expect(checkPort(port, '127.0.0.1')).rejects.toThrow(`Port ${port} is taken`)
    server.close()
  })
})

describe('a .env file', () => {
  it('fills what the environment leaves open', () => {
    const file = join(tmpdir(), `zhiku-${process.pid}.env`)
    writeFileSync(
      file,
      '# comment\nZHIKU_T_A=one # said\nexport ZHIKU_T_B="two # words"\nZHIKU_T_C=\nZHIKU_T_D=file\n',
    )
    process.env.ZHIKU_T_D = 'environment'
    loadDotenv(file)
    const { ZHIKU_T_A, ZHIKU_T_B, ZHIKU_T_C, ZHIKU_T_D } = process.env
    rmSync(file)
    expect([ZHIKU_T_A, ZHIKU_T_B, ZHIKU_T_C, ZHIKU_T_D]).toEqual([
      'one',
      'two # words',
      '',
      'environment',
    ])
  })

  it.each<[string, Buffer]>([
    ['a byte order mark', Buffer.from('\ufeffZHIKU_T_E=first\r\nZHIKU_T_F=second\r\n')],
    [
      'UTF-16 of a Windows shell',
      Buffer.from('\ufeffZHIKU_T_E=first\r\nZHIKU_T_F=second\r\n', 'utf16le'),
    ],
    ['line ends of Windows', Buffer.from('# 说明\r\nZHIKU_T_E=first\r\nZHIKU_T_F="second"\r\n')],
  ])('takes every setting of a file with %s', (_what, bytes) => {
    const file = join(tmpdir(), `zhiku-env-${process.pid}`)
    writeFileSync(file, bytes)
    delete process.env.ZHIKU_T_E
    delete process.env.ZHIKU_T_F
    loadDotenv(file)
    rmSync(file)
    expect([process.env.ZHIKU_T_E, process.env.ZHIKU_T_F]).toEqual(['first', 'second'])
  })

  it('does without a settings file, and says where one cannot be read', () => {
    expect(() => loadDotenv(join(folder, 'none'))).not.toThrow()
    expect(() => loadDotenv(tmpdir())).toThrow(/cannot be read \(EISDIR\)/)
  })
})
