import { describe, expect, it } from '@jest/globals'
import { contrast, isLegibleColor, paletteOf } from '@/access/palette'

/** Every hue, dark and less dark, as far as it may be chosen. */
const chosen = Array.from({ length: 360 / 15 }, (_, at) => at * 15).flatMap((hue) =>
  [15, 25, 35, 45].map((lightness) => hex(hue, lightness)).filter(isLegibleColor),
)

function hex(hue: number, lightness: number): string {
  const light = lightness / 100
  const spread = 0.9 * Math.min(light, 1 - light)
  const part = (n: number) => {
    const k = (n + hue / 30) % 12
    const value = light - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${part(0)}${part(8)}${part(4)}`
}

describe('the colour of a site', () => {
  it('is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(isLegibleColor('#767676')).toBe(true)
    for (const color of ['#777777', '#ffd54f', 'red', '#12', ''])
      expect(isLegibleColor(color)).toBe(false)
  })

  it('is legible in the usual view, in the dark and for elders, whichever was chosen', () => {
    expect(chosen.length).toBeGreaterThan(50)
    for (const color of chosen) {
      const { light, dark, elder } = paletteOf(color)
      const pairs = [
        ...[light.brand, light.deep].map((one) => [one, '#e8f0f8', 4.5]),
        ...[light.hero, light.heroDeep].map((one) => [one, '#dce8f4', 4.5]),
        ...[dark.brand, dark.deep].map((one) => [one, '#1d2d3d', 7]),
        ...[dark.fill, dark.hero, dark.heroDeep].map((one) => [one, '#ffffff', 4.5]),
        ...[elder.brand, elder.deep].map((one) => [one, '#ffffff', 7]),
      ] as [string, string, number][]
      for (const [one, ground, least] of pairs)
        expect([color, one, contrast(one, ground) >= least]).toEqual([color, one, true])
    }
  })

  it('is left as it was chosen where it can be', () => {
    expect(paletteOf('#12426b').light.brand).toBe('#12426b')
  })
})
