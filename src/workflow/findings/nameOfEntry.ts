import { withoutNumbers } from './maskNumbers'

/** How records that never change name an entry; a number of a person in its title is masked. */
export const nameOfEntry = ({ number, title }: { number?: string; title?: string }): string =>
  withoutNumbers([number, title].filter(Boolean).join(' '))
