/** How cards of Chinese banks begin, and how many digits they have. */
const cards: readonly { begins: RegExp; lengths: readonly number[] }[] = [
  { begins: /^62/, lengths: [16, 17, 18, 19] },
  // Issued before UnionPay's own numbers, and still in use.
  { begins: /^(?:9558|4367|4563|5264|6013|6858|9400|9111|9560)/, lengths: [16, 18, 19] },
  { begins: /^(?:4|5[1-5]|35)/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
]

/** A bank card's number: of a known issuer's form, and with the right check digit (Luhn). */
export function isCardNumber(digits: string): boolean {
  const isKnown = cards.some(
    ({ begins, lengths }) => begins.test(digits) && lengths.includes(digits.length),
  )
  return isKnown && new Set(digits).size > 2 && sumOf(digits) % 10 === 0
}

function sumOf(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, at) => {
    const worth = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return sum + (worth > 9 ? worth - 9 : worth)
  }, 0)
}
