import type { Page } from 'playwright-core'

/** What of an element must be told from what: contrast as WCAG counts it, 1 to 21. */
export type Contrast = {
  name: string
  text: number
  placeholder: number
  ring: number
  edge: number
}

/**
 * Measures an element as the browser computed it: its text (the worst of plain and selected), its placeholder,
 * the ring around it while it has the focus, and the edge that shows where it is. What has none of these gets 21.
 */
export async function contrastOf(page: Page, selector: string, at = 0): Promise<Contrast> {
  return page.evaluate(measure, [selector, at] as const)
}

/** Runs in the page. */
function measure([selector, at]: readonly [string, number]): Contrast {
  type Colour = readonly [number, number, number, number]
  const element = document.querySelectorAll<HTMLElement>(selector)[at]
  if (!element) throw new Error(`There is no ${selector}.`)

  const coloursIn = (value: string): Colour[] =>
    [...value.matchAll(/rgba?\(([^)]+)\)/g)].map(([, parts = '']) => {
      const [r = 0, g = 0, b = 0, a = 1] = parts.split(/[\s,/]+/).map(Number)
      return [r, g, b, a]
    })
  const colourOf = (value: string): Colour => coloursIn(value)[0] ?? [0, 0, 0, 0]
  const over = (top: Colour, under: Colour): Colour => {
    const mix = (i: 0 | 1 | 2) => top[i] * top[3] + under[i] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const light = ([r, g, b]: Colour): number => {
    const part = (value: number) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
  }
  const between = (one: Colour, other: Colour): number => {
    const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const worst = (one: Colour, grounds: readonly Colour[]) =>
    Math.min(...grounds.map((ground) => between(over(one, ground), ground)))

  /** Every colour that may lie behind: of a gradient each of its stops. */
  const groundsOf = (from: Element | null): Colour[] => {
    if (!from) return [[255, 255, 255, 1]]
    const { backgroundColor, backgroundImage } = getComputedStyle(from)
    const stops = coloursIn(backgroundImage).filter(([, , , alpha]) => alpha === 1)
    if (stops.length > 0) return stops
    const own = colourOf(backgroundColor)
    if (own[3] === 1) return [own]
    return groundsOf(from.parentElement).map((ground) => over(own, ground))
  }
  const textIn = (pseudo?: string): number => {
    const style = getComputedStyle(element, pseudo)
    const { color, webkitTextFillColor, opacity, backgroundColor } = style
    // Where the system sets the colours, Chromium 156 still names the page's own as those that fill.
    const isForced = matchMedia('(forced-colors: active)').matches
    const [r, g, b, a] = colourOf(isForced ? color : webkitTextFillColor)
    const grounds = groundsOf(element).map((ground) => over(colourOf(backgroundColor), ground))
    return worst([r, g, b, a * Number(opacity)], grounds)
  }
  const style = getComputedStyle(element)
  const around = groundsOf(element.parentElement)
  const hasRing = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  const isField = element.matches('input, select, textarea')
  return {
    name: element.getAttribute('name') ?? element.id,
    text: Math.min(textIn(), textIn('::selection')),
    placeholder: element.getAttribute('placeholder') ? textIn('::placeholder') : 21,
    ring: hasRing ? worst(colourOf(style.outlineColor), around) : 1,
    edge: isField
      ? Math.max(
          worst(colourOf(style.borderTopColor), around),
          worst(groundsOf(element)[0] ?? [0, 0, 0, 0], around),
        )
      : 21,
  }
}
