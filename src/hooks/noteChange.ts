import type { CollectionConfig } from 'payload'
import { noteChangeOf } from '@/tables/follow'

/** What is kept of this collection in memory is looked at again with the next question. */
export const noteChange = ({ collection }: { collection: Pick<CollectionConfig, 'slug'> }): void =>
  noteChangeOf(collection.slug as Parameters<typeof noteChangeOf>[0])
