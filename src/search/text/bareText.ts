/** Letters and digits alone: 「怎么办？」 and 「怎么办」 are the same question. */
export function bareText(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}
