import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import type { Language } from '@/i18n/language'

/** What each part of the first page is given. */
export type SectionProps = { req: PayloadRequest; actor: Actor; language: Language }
