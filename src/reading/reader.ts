import type { Payload } from 'payload'
import type { Audience } from '@/access/audience'

/** What every reading function takes: the database, who reads, and the instant validity is judged at. */
export type Reader = { payload: Payload; audience: Audience; now: Date }
