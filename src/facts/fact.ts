/** What is read out of a live text by rules. */
export const factKinds = [
  'phone',
  'fee',
  'days',
  'address',
  'documentNumber',
  'date',
  'percentage',
  'age',
] as const
export type FactKind = (typeof factKinds)[number]

/** The texts of a publication in which facts are looked for: its title, its summary, and its body without marks. */
export const factFields = ['title', 'summary', 'body'] as const
export type FactField = (typeof factFields)[number]

/** What a fact is about, of all kinds; which of them a kind knows, says the table in `matters.ts`. */
export const matters = [
  ...['enquiry', 'complaint', 'appointment', 'emergency', 'fax'],
  ...['charge', 'deposit', 'fine', 'benefit', 'amount'],
  ...['statutory', 'promised', 'acceptance', 'publicity', 'delivery', 'appeal', 'advance', 'span'],
  ...['place', 'document', 'deadline', 'begin', 'share', 'condition'],
] as const
export type Matter = string & (typeof matters)[number]

/** One statement of a text that another text may contradict. */
export type Fact = {
  kind: FactKind
  /** In the one form by which two are compared: see `values.ts`. */
  value: string
  matter: Matter
  /** Whose phone or address, or which document's number it is, where the text names it. */
  holder: string | null
  /** The clause it stands in, with `#` in its place: tells it from others of its matter. */
  clause: string
  field: FactField
  /** Where it stands in the field, half-open in UTF-16 units. */
  from: number
  to: number
  /** The characters there. */
  text: string
}

/** A fact before it is known what it is about: its place, and its value. */
export type Found = Pick<Fact, 'kind' | 'value' | 'from' | 'to'> & {
  /** What the finder itself knows better than the words around. */
  matter?: Matter
  holder?: string
}
