type Marker = { kind: 'bullet' } | { kind: 'number'; n: number } | { kind: 'words'; text: string }
type Paragraph = { element: HTMLElement; level: number; marker: Marker }

/** Its inline style as Word writes it, without spaces and in lower case. */
export const styleOf = (element: Element): string =>
  (element.getAttribute('style') ?? '').toLowerCase().replace(/\s+/g, '')

/**
 * Word and WPS put lists on the clipboard as paragraphs with their number written into them: 1. 2. 3. and
 * bullets become lists, at their levels; numbers a list would show otherwise (一、 （二） 第三条 ④) stay words.
 */
export function listParagraphs(page: Document): void {
  let run: Paragraph[] = []
  const end = () => {
    build(page, run)
    run = []
  }
  for (const element of [...page.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6, li')]) {
    const found = element.matches('p') ? read(element) : null
    const last = run.at(-1)?.element
    if (last && (!found || next(last) !== element)) end()
    if (!found) {
      if (!element.matches('li')) keepNumber(element)
    } else if (found.marker.kind === 'words') {
      element.prepend(found.marker.text)
    } else run.push(found)
  }
  end()
  nestLists(page)
}

const next = (element: Element): Element | null => element.nextElementSibling

/** A paragraph of a list, with its number taken out of its words; null for any other. */
function read(element: HTMLElement): Paragraph | null {
  const list = /mso-list:.*?level(\d+)/.exec(styleOf(element))
  const written = markerIn(element)
  if (!list || written === null) return null
  return { element, level: Number(list[1]), marker: markerOf(written) }
}

/** A numbered heading keeps its number as words. */
function keepNumber(element: HTMLElement): void {
  const written = markerIn(element)
  if (written) element.prepend(written)
}

function markerIn(element: HTMLElement): string | null {
  const ignored = [...element.querySelectorAll<HTMLElement>('[style]')].find((part) =>
    styleOf(part).includes('mso-list:ignore'),
  )
  const written = ignored?.textContent?.replace(/[\s\u00a0]+/g, '') ?? null
  ignored?.remove()
  return written
}

function markerOf(written: string): Marker {
  const number = /^(\d{1,3})[.．、)）]$/.exec(written)?.[1]
  if (number) return { kind: 'number', n: Number(number) }
  // One character that is no number: a dot, or a letter of a font of signs.
  const isBullet = [...written].length <= 1 && !/[\p{Script=Han}\p{N}]/u.test(written)
  return isBullet ? { kind: 'bullet' } : { kind: 'words', text: written }
}

type Open = { level: number; list: HTMLElement; kind: Marker['kind']; n: number }

function build(page: Document, run: readonly Paragraph[]): void {
  const open: Open[] = []
  for (const { element, level, marker } of run) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    const last = open.at(-1)
    const goesOn =
      last?.level === level &&
      last.kind === marker.kind &&
      (marker.kind !== 'number' || marker.n === last.n + 1)
    if (last?.level === level && !goesOn) open.pop()
    if (!goesOn) open.push(begin(page, { element, level, marker, above: open.at(-1) }))
    const current = open.at(-1)!
    const item = page.createElement('li')
    item.append(...element.childNodes)
    current.list.append(item)
    current.n = marker.kind === 'number' ? marker.n : 0
    element.remove()
  }
}

function begin(page: Document, given: Paragraph & { above: Open | undefined }): Open {
  const { element, level, marker, above } = given
  const list = page.createElement(marker.kind === 'number' ? 'ol' : 'ul')
  if (marker.kind === 'number' && marker.n !== 1) list.setAttribute('start', String(marker.n))
  if (above) above.list.lastElementChild?.append(list)
  else element.before(list)
  return { level, list, kind: marker.kind, n: 0 }
}

/** A list that stands in a list without an item belongs to the item before it. */
function nestLists(page: Document): void {
  for (const inner of [...page.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')]) {
    const before = inner.previousElementSibling
    if (before?.matches('li')) before.append(inner)
    else {
      const item = page.createElement('li')
      inner.replaceWith(item)
      item.append(inner)
    }
  }
}
