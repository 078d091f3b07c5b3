/** Colours of the portal, made from the one the centre chose: each is legible where it is used, in every view. */

type Rgb = readonly [number, number, number]

/** WCAG 2.2 AA for text of any size. */
export const legible = 4.5
/** What 长辈版 asks for. */
const legibleToElders = 7

const isColor = (color: string): boolean => /^#[0-9a-f]{6}$/i.test(color)

const rgbOf = (color: string): Rgb => {
  const at = (from: number) => Number.parseInt(color.slice(from, from + 2), 16)
  return [at(1), at(3), at(5)]
}

const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

function luminance(color: string): number {
  const [red, green, blue] = rgbOf(color).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** May it stand behind white letters, and as letters on white? The same question. */
export const isLegibleColor = (color: string): boolean =>
  isColor(color) && contrast(color, '#ffffff') >= legible

const mixed = (color: string, other: string, share: number): string => {
  const [from, to] = [rgbOf(color), rgbOf(other)]
  return hexOf(from.map((part, at) => part + ((to[at] ?? 0) - part) * share) as unknown as Rgb)
}

/** The colour, taken towards black or white until it has this contrast to another. */
function towards(color: string, end: '#000000' | '#ffffff', from: string, least: number): string {
  for (let share = 0; share < 1; share += 0.04) {
    const shade = mixed(color, end, share)
    if (contrast(shade, from) >= least) return shade
  }
  return end
}

/** Grounds on which the colour stands as letters or lines: the lightest tint, the paper of the dark view. */
const grounds = { light: '#e8f0f8', dark: '#1d2d3d' } as const
/** The weakest letters on the head of the first page. */
const onHero = '#dce8f4'

/** What each view sets its colours to. */
export function paletteOf(color: string) {
  const brand = towards(color, '#000000', grounds.light, legible)
  const deep = mixed(brand, '#000000', 0.28)
  const hero = towards(color, '#000000', onHero, legible)
  const fill = towards(color, '#000000', '#ffffff', 5.5)
  const light = towards(color, '#ffffff', grounds.dark, legibleToElders)
  const elder = towards(color, '#000000', '#ffffff', legibleToElders + 1)
  return {
    light: { brand, deep, hero, heroDeep: mixed(hero, '#000000', 0.28) },
    dark: {
      ...{ brand: light, deep: mixed(light, '#ffffff', 0.35), fill },
      ...{ hero: mixed(fill, '#000000', 0.4), heroDeep: mixed(fill, '#000000', 0.6) },
    },
    elder: { brand: elder, deep: mixed(elder, '#000000', 0.35) },
  }
}
