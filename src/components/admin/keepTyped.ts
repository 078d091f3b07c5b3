import { libraries } from '@/access/rules'

type Call = { name: string; args: Record<string, unknown> }

/**
 * At the first keystroke Payload 3.90 asks whether somebody else saved meanwhile, and if so allows nothing
 * but a reload, which drops what was typed. Entries are compared when they are saved instead.
 */
export function keepTyped<Given extends Call>(call: Given): Given {
  const isEntry = libraries.some((library) => library === call.args.collectionSlug)
  if (call.name !== 'form-state' || !isEntry) return call
  return { ...call, args: { ...call.args, checkForStaleData: false } }
}
