/** MongoDB undid a transaction because another one wrote the same row: asked again, it may well pass. */
export function isConflict(error: unknown): boolean {
  const labels = (error as { errorLabels?: unknown } | null)?.errorLabels
  return Array.isArray(labels) && labels.includes('TransientTransactionError')
}
