import { parseArgs } from 'node:util'
import { Unreadable } from '../judgedSets'
import { engines, type EngineName } from '../withEngine'

export type Asked = {
  /** The two files of one judged set; null for those of the evaluation material. */
  files: { corpus: string; queries: string } | null
  engine: EngineName
  /** Ask about so many queries; null asks all. */
  limit: number | null
  /** Where to write the figures. */
  json: string | null
}

const options = {
  corpus: { type: 'string' },
  queries: { type: 'string' },
  engine: { type: 'string' },
  limit: { type: 'string' },
  json: { type: 'string' },
} as const

/** Reads the command line of a benchmark of a corpus alone; throws `Unreadable` for what it cannot mean. */
export function readCorpusArguments(
  given: string[],
): Pick<Asked, 'engine' | 'limit'> & { corpus: string | null } {
  const { corpus, engine = 'embedded', limit } = parsed(given)
  return {
    corpus: corpus ?? null,
    engine: named(engine),
    limit: limit === undefined ? null : counted(limit),
  }
}

/** Reads the command line; throws `Unreadable` for what it cannot mean. */
export function readArguments(given: string[]): Asked {
  const { corpus, queries, engine = 'embedded', limit, json } = parsed(given)
  if ((corpus === undefined) !== (queries === undefined)) {
    throw new Unreadable('--corpus and --queries go together.')
  }
  if (json !== undefined && corpus === undefined) {
    throw new Unreadable('--json describes one set: name it by --corpus and --queries.')
  }
  return {
    files: corpus !== undefined && queries !== undefined ? { corpus, queries } : null,
    engine: named(engine),
    limit: limit === undefined ? null : counted(limit),
    json: json ?? null,
  }
}

function parsed(given: string[]) {
  try {
    return parseArgs({ args: given, options, strict: true }).values
  } catch (error) {
    throw new Unreadable((error as Error).message)
  }
}

function named(engine: string): EngineName {
  const known = engines.find((name) => name === engine)
  if (!known) throw new Unreadable(`--engine is one of ${engines.join(', ')}, not ${engine}.`)
  return known
}

function counted(limit: string): number {
  const number = Number(limit)
  if (!Number.isInteger(number) || number < 1) {
    throw new Unreadable(`--limit takes a whole number above 0, not ${limit}.`)
  }
  return number
}
