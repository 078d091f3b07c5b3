/** How an answer is written down: neutral of Payload, so that it reads like a page of a handbook. */

import type { channelWays, materialChoices } from './partFields'

export type Material = {
  name: string
  original?: number
  copies?: number
  form?: keyof typeof materialChoices.form
  use?: keyof typeof materialChoices.use
  relief?: keyof typeof materialChoices.relief
  note?: string
}

/** A way to apply, and where. */
export type Way = { way: keyof typeof channelWays; detail?: string }

/** A part of an answer. The named ones become the blocks of a service item, the rest plain text. */
export type Block =
  | { h: string }
  | { p: string }
  | { list: readonly string[] }
  | { steps: readonly string[] }
  | { conditions: string }
  | { materials: readonly Material[] }
  | { procedure: string }
  | { timeLimit: string | { promised: string; statutory: string } }
  | { fee: string }
  | { place: string }
  | { hours: string }
  | { phone: string }
  | { basis: string }
  | { channels: { ways: readonly Way[]; result: string } }
  | { scope: string }
  | { quota: string }
  | { outcome: string }
  | { refusal: string }
  | { cautions: string }
  | { complaints: string }
  | { remedies: string }
  | { free: { heading: string; content: string } }

type Lines = string | readonly string[]

type ServiceItem = {
  conditions?: Lines
  materials?: readonly Material[]
  procedure?: Lines
  timeLimit?: string | { promised: string; statutory: string }
  fee?: string
  place?: Lines
  hours?: string
  phone?: Lines
  basis?: Lines
}

/** The blocks of a service item in the order in which a caller asks for them; empty ones are left out. */
export function item(parts: ServiceItem): Block[] {
  const text = (lines?: Lines) => (typeof lines === 'string' ? lines : (lines ?? []).join('\n'))
  const blocks: Block[] = [
    { conditions: text(parts.conditions) },
    { materials: parts.materials ?? [] },
    { procedure: text(parts.procedure) },
    { timeLimit: parts.timeLimit ?? '' },
    { fee: text(parts.fee) },
    { place: text(parts.place) },
    { hours: text(parts.hours) },
    { phone: text(parts.phone) },
    { basis: text(parts.basis) },
  ]
  return blocks.filter((block) => Object.values(block).some((value) => value.length !== 0))
}

/** One material with how many originals and copies the window asks for. */
export function paper(name: string, original: number, copies: number, note?: string): Material {
  return note === undefined ? { name, original, copies } : { name, original, copies, note }
}
