/** What the front refuses before anything is asked of who may: it cannot be read, or is too much. */
const atTheDoor = {
  badParameter: 400,
  badBody: 400,
  unknownAgent: 400,
  crossSite: 403,
  methodNotAllowed: 405,
  tooLarge: 413,
  tooManyRequests: 429,
} as const

/** Refusals by name: status of the answer; texts are in i18n. */
export const refusals = {
  wrongState: 409,
  changedMeanwhile: 409,
  notAllowed: 403,
  ownSubmission: 403,
  reasonMissing: 400,
  incomplete: 400,
  notOpened: 400,
  findingsUnconfirmed: 400,
  personalNumbers: 400,
  invalid: 400,
  notSignedIn: 401,
  locked: 401,
  notFound: 404,
  readAnew: 410,
  internal: 500,
  busy: 503,
  ...atTheDoor,
} as const
export type RefusalCode = keyof typeof refusals

export const isAtTheDoor = (code: RefusalCode): boolean => code in atTheDoor
