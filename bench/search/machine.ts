import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { elasticsearchUrl, elasticsearchVersion } from './elasticsearch'

export type Machine = { processor: string; gigabytes: number; versions: Record<string, string> }

/** Where and with what a benchmark ran: printed with every figure. */
export async function machine(): Promise<Machine> {
  const versionOf = (name: string) =>
    (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string })
      .version
  const names = ['payload', 'next', 'libsql']
  return {
    processor: `${cpus()[0]?.model.trim()} × ${cpus().length}`,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    versions: {
      node: process.versions.node,
      ...Object.fromEntries(names.map((name) => [name, versionOf(name)])),
      ...(elasticsearchUrl ? { elasticsearch: await elasticsearchVersion() } : {}),
    },
  }
}

export const engineName = elasticsearchUrl ? 'elasticsearch' : 'embedded'
