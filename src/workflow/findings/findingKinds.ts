/** What kinds of findings there are; for counting and for the words that tell of them. */
export const findingKinds = [
  'titleIsNoQuestion',
  'titleIsTwoQuestions',
  'vagueMaterials',
  'emptyBlock',
  'noServiceBlocks',
  'otherTitle',
  'otherBasis',
  'otherMaterials',
  'identityCard',
  'mobileNumber',
  'bankCard',
  'listedWord',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Numbers of persons: a case that holds one is not shown to citizens. */
export const numberKinds = ['identityCard', 'mobileNumber', 'bankCard'] as const

/** What nobody should read by accident: whoever hands the text on names each kind that stands in it. */
export const graveKinds = [...numberKinds, 'listedWord'] as const satisfies readonly FindingKind[]

export const isGrave = ({ kind }: { kind: string }): boolean =>
  graveKinds.some((grave) => grave === kind)

export const isNumber = ({ kind }: { kind: string }): boolean =>
  numberKinds.some((number) => number === kind)
