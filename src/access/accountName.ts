/**
 * The one spelling of an account's name: full-width letters, capitals, blanks around it and characters that
 * nobody sees make no other account.
 */
export const accountName = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .toLowerCase()
