import { createHash } from 'node:crypto'
import type { VersionedId } from '../types'

/** The last entries of a page in the order that is not scored again: at least one is still what it was. */
export type Behind = readonly (VersionedId & { key: number })[]

/** Where a walk stands; short, since it travels in an address. */
export type Place = {
  /** What was put first or scored again and shown already, each as eight characters, in one text. */
  seen: string
  /** Behind these in the order that is not scored again; null while still in front of that. */
  behind: Behind | null
  /** Was the query widened by what the reader may have meant? */
  isWide: boolean
}

const LENGTH = 8

/** Recognised by their marks: a hundred ids would make a cursor too long for an address. */
export function seenIn(place: Place | null): Set<string> {
  return new Set(place?.seen.match(/.{8}/g) ?? [])
}

/** What is shown now joins what was. */
export function seenWith(place: Place | null, ids: readonly string[]): string {
  return (place?.seen ?? '') + ids.map(markOf).join('')
}

/** 48 bits: among a million entries one in three million walks would miss one. */
export function markOf(id: string): string {
  return createHash('sha1').update(id).digest('base64url').slice(0, LENGTH)
}
