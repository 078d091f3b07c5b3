import type { Payload } from 'payload'
import { namesOf } from '../namesOf'
import { idsIn } from './detailsInWords'

/** What people and nodes named in these lines are called; who is gone since keeps the id. */
export async function namesInLines(
  payload: Payload,
  lines: readonly { action: string; details?: unknown }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = lines.flatMap(({ action, details }) => idsIn({ action, details }))
  const [people, nodes] = await Promise.all([namesOf(payload, ids), namesOf(payload, ids, 'nodes')])
  return new Map([...people, ...nodes])
}
