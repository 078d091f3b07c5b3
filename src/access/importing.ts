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

/** A batch is seen, and gone on with, by who brought it and by the centre. */
export const seesBatch = (actor: Actor, batch: { by: string | null }): boolean =>
  batch.by === actor.id || importsInto(actor) === null
