/** What kinds of findings there are; for counting and for the words that tell of them. */
export const findingKinds = [
  'titleIsNoQuestion',
  'titleIsTwoQuestions',
  'vagueMaterials',
  'emptyBlock',
  'noServiceBlocks',
  'identityCard',
  'mobileNumber',
  'bankCard',
  'listedWord',
] as const
export type FindingKind = (typeof findingKinds)[number]
