/** Digits that a spreadsheet keeps of a number; what follows them is noise. */
const digits = 15

/** A number written out: no power of ten, no 0.30000000000000004. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  const exact = Number(value.toPrecision(digits))
  const text = String(exact)
  return text.includes('e') ? exact.toFixed(20).replace(/\.?0+$/, '') : text
}
