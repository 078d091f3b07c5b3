const landline = /(?<!\d)(0(?:10|2\d|[3-9]\d\d))[- ]?(\d{7,8})(?!\d)/g

/** Other ways to write the landline numbers in a text: at one stretch, and without the area code. */
export function phonesIn(text: string): string[][] {
  return [...text.matchAll(landline)].map(([, area = '', number = '']) => [area + number, number])
}
