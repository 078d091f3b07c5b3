import type { Entry } from '../../entry'

/**
 * 经办人: who looks after an entry. A responsibility and nothing else: no rule, state or right asks for it;
 * `writers` and `submitter` stay what happened.
 */
export const keeperAtFirst = (actor: { id: string } | null): { keeper: string | null } => ({
  keeper: actor?.id ?? null,
})

/** Whoever writes first where nobody keeps it, as in what came by import or with a new unit, keeps it. */
export const keeperAfterSave = (
  { keeper }: Pick<Entry, 'keeper'>,
  actor: { id: string } | null,
): { keeper?: string } => (keeper || !actor ? {} : { keeper: actor.id })
