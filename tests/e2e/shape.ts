/**
 * What axe judges of a page as it stands, as a set of pieces; runs in the page. A page of which every piece stood in
 * pages that were fine is told nothing new: it has the same rows, fields and buttons at the same places, in another
 * number or with other words.
 *
 * A piece is what stands in a box, together with all boxes around it; a box is told apart by classes, roles, states and
 * styles. Pieces are whole where their parts belong together: a field with its options, a link in a text, a cell. Kept
 * of each is whether a text, a name, a label or a value is there, whether what is pointed to is there, and what scrolls
 * or has the focus. What only the whole page shows is a piece of its own: levels of headings in their order, which
 * landmarks share a name, which ids stand twice.
 */
export function shapeOf(): string[] {
  const boxes =
    'html, body, div, main, section, nav, aside, header, footer, article, form, ul, ol, li, table, thead, tbody, tr'
  const pointers = /^(id|for|headers|aria-(labelledby|describedby|controls|owns|activedescendant))$/
  const words =
    /^(href|src|srcset|action|value|title|alt|name|placeholder|content|datetime|d|points|hreflang|aria-label)$/
  const landmarks = 'nav, aside, section, main, header, footer, form, search, [role]'
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  const known = new Set(ids)
  const pieces = new Set<string>()

  const isThere = (value: string) => value.split(/\s+/).every((id) => known.has(id))
  const attribute = (element: Element, { name, value }: Attr): string => {
    if (name === 'id') return ''
    if (value === '') return name
    // Either of ours is as good; any other is looked at.
    if (name === 'lang' && /^(zh-CN|en)$/.test(value)) return `${name}=…`
    if (pointers.test(name)) return `${name}=${isThere(value)}`
    if (name === 'href' && value.startsWith('#')) return `${name}=#${isThere(value.slice(1))}`
    const isWords = words.test(name) || (name === 'label' && element.localName === 'optgroup')
    // By a word of the page's own its style may go; others are numbers of rows.
    if (isWords || (name.startsWith('data-') && !/^[a-z-]+$/.test(value))) return `${name}=…`
    return `${name}=${value}`
  }
  const scrolls = (element: Element): boolean => {
    const isLonger =
      element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth
    return isLonger && /auto|scroll/.test(getComputedStyle(element).overflow)
  }
  /** Also one of a frame, whose elements are of its own. */
  const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE
  const isText = (node: Node) => node.nodeType === Node.TEXT_NODE && !!node.textContent?.trim()
  const nameOf = (element: Element): string => {
    const attributes = [...element.attributes].map((one) => attribute(element, one))
    return [element.localName, ...attributes.filter(Boolean).sort()].join(' ')
  }
  const statesOf = (element: Element): string => {
    const { value, checked, labels } = element as HTMLInputElement
    const states = [
      typeof value === 'string' && value !== '' && 'filled',
      checked && 'checked',
      labels && labels.length > 0 && 'labelled',
      element === document.activeElement && 'focused',
      scrolls(element) && 'scrolls',
    ]
    return states.filter(Boolean).join(' ')
  }
  const isSeen = (node: Node) => isElement(node) && !/^(script|style)$/.test(node.localName)
  const whole = (node: Node): string => {
    if (isText(node)) return '…'
    if (!isElement(node) || !isSeen(node)) return ''
    const framed = (node as HTMLIFrameElement).contentDocument?.documentElement
    const parts = [...(framed ? [framed] : node.childNodes)].map(whole).filter(Boolean)
    // Rows that are alike count once.
    const inside = parts.filter((part, at) => part !== parts[at - 1]).join('')
    return `<${nameOf(node)} ${statesOf(node)}>${inside}</>`
  }
  const take = (element: Element, around: string): void => {
    const { childNodes, children } = element
    // A text belongs to the links in it, and a role to what it asks to be inside.
    const isBox = element.matches(boxes) && !element.role && ![...childNodes].some(isText)
    if (!isBox) pieces.add(around + whole(element))
    else {
      const own = `${around}<${nameOf(element)}>`
      pieces.add(`${own} ${statesOf(element)} ${children.length > 0}`)
      for (const child of children) if (isSeen(child)) take(child, own)
    }
  }
  take(document.documentElement, '')

  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => h.localName)
  const named = [...document.querySelectorAll(landmarks)]
    .filter((one) => one.hasAttribute('aria-label'))
    .map((one) => `${one.localName} ${one.role} ${one.ariaLabel}`)
  const alike = named.filter((one, at) => named.indexOf(one) !== at)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  const page = [document.title !== '', document.querySelectorAll('main').length, twice]
  const levelsInOrder = levels.filter((level, at) => level !== levels[at - 1])
  pieces.add(
    [...page, levelsInOrder, new Set(alike.map((one) => one.split(' ')[0])).size].join(' '),
  )

  const preferences = [
    'prefers-color-scheme: dark',
    'prefers-contrast: more',
    'forced-colors: active',
  ]
  const preferred = preferences.map((one) => matchMedia(`(${one})`).matches)
  return [...pieces].map((piece) => [innerWidth, ...preferred, piece].join(' '))
}
