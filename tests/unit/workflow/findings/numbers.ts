/** Numbers with the right check digits, made up here: nobody's. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The eighteenth character by GB 11643-1999. */
export function identityNumber(seventeen: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0)
  return seventeen + '10X98765432'[sum % 11]
}

/** The last digit by Luhn. */
export function cardNumber(begins: string): string {
  for (let last = 0; last < 10; last += 1) {
    const number = `${begins}${last}`
    if (luhn(number) % 10 === 0) return number
  }
  throw new Error(begins)
}

function luhn(number: string): number {
  let sum = 0
  for (let at = 0; at < number.length; at += 1) {
    const digit = Number(number[number.length - 1 - at])
    const twice = digit * 2
    sum += at % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice
  }
  return sum
}

/** The same digits as a Chinese keyboard gives them. */
export const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

export const grouped = (number: string, sizes: readonly number[], between: string) => {
  let at = 0
  return sizes.map((size) => number.slice(at, (at += size))).join(between)
}
