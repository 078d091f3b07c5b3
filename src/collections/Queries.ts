import { indexed, instant, json, number, required, text } from '@/fields/records'
import { record } from './record'

/**
 * Queries that found something, by side (`public`: asked by citizens, `inside`: by people and systems that see
 * more). Nothing in it tells who asked: askers are keyed hashes that differ from query to query.
 */
export const Queries = record(
  'queries',
  [
    text('text', { ...required, ...indexed }),
    text('side', { ...required, ...indexed }),
    number('count', required),
    json('askers'),
    number('askerCount', { ...required, ...indexed }),
    instant('askedAt', { ...required, ...indexed }),
    // Ids of what it found first, at most three.
    json('entries'),
    number('found', required),
  ],
  { timestamps: false },
)
