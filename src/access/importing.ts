import type { Actor } from './actor'
import { libraries, type Library, type Role } from './rules'

/** Who brings sheets into a library: an editor into the own unit, the centre into every one. */
const importedBy: Record<Library, readonly Role[]> = {
  knowledge: ['editor', 'centre'],
  plans: ['editor', 'centre'],
  notices: ['editor', 'centre'],
  cases: ['centre'],
}

export const mayImport = (actor: Pick<Actor, 'roles'>, library: Library): boolean =>
  actor.roles.some((role) => importedBy[library].includes(role))

export const mayImportSomething = (actor: Pick<Actor, 'roles'>): boolean =>
  libraries.some((library) => mayImport(actor, library))

/** The one unit into which this person brings sheets; null for all of them. */
export const importsInto = ({ roles, unit }: Actor): string | null =>
  roles.includes('centre') ? null : unit

/**
 * A batch is seen, and gone on with, by who brought it, as long as they bring sheets into its unit, and by the centre:
 * beside what a sheet says stands what the unit's copies say.
 */
export function seesBatch(
  actor: Actor,
  batch: { by: string | null; unit: string | null },
): boolean {
  const unit = importsInto(actor)
  return unit === null || (batch.by === actor.id && batch.unit === unit)
}
