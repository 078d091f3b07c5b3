/**
 * What axe judges of a page as it stands, in one string; runs in the page. Two pages of one shape differ in their words,
 * addresses and numbers of equal rows only: what one may be told, the other is told too.
 *
 * Kept are elements with their classes, roles and states, whether a text, a name or a value is there, whether what is
 * pointed to is there, which landmarks share a name, which ids stand twice, and what scrolls or has the focus.
 */
export function shapeOf(): string {
  const pointers = /^(id|for|headers|aria-(labelledby|describedby|controls|owns|activedescendant))$/
  const words =
    /^(href|src|srcset|action|value|title|alt|name|placeholder|content|datetime|d|points|hreflang)$/
  const landmarks = 'nav, aside, section, main, header, footer, form, search, [role]'
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  const known = new Set(ids)
  const names: string[] = []

  const isThere = (value: string) => value.split(/\s+/).every((id) => known.has(id))
  const attribute = (element: Element, { name, value }: Attr): string => {
    if (name === 'id') return ''
    if (value === '') return name
    // Either of ours is as good; any other is looked at.
    if (name === 'lang' && /^(zh-CN|en)$/.test(value)) return `${name}=…`
    if (pointers.test(name)) return `${name}=${isThere(value)}`
    if (name === 'href' && value.startsWith('#')) return `${name}=#${isThere(value.slice(1))}`
    if (name === 'aria-label' && element.matches(landmarks)) {
      if (!names.includes(value)) names.push(value)
      return `${name}=${names.indexOf(value)}`
    }
    const isWords = words.test(name) || name === 'aria-label'
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
  const shape = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent?.trim() ? '…' : ''
    if (!isElement(node)) return ''
    const attributes = [...node.attributes].map((one) => attribute(node, one)).filter(Boolean)
    const { value, checked } = node as HTMLInputElement
    const states = [
      typeof value === 'string' && value !== '' && 'filled',
      checked && 'checked',
      node === document.activeElement && 'focused',
      scrolls(node) && 'scrolls',
    ]
    const own = [node.localName, ...attributes.sort(), ...states.filter(Boolean)].join(' ')
    if (/^(script|style)$/.test(node.localName)) return ''
    const framed = (node as HTMLIFrameElement).contentDocument?.documentElement
    const parts = [...(framed ? [framed] : node.childNodes)].map(shape).filter(Boolean)
    // Rows that are alike count once.
    return `<${own}>${parts.filter((part, at) => part !== parts[at - 1]).join('')}</>`
  }
  const whole = shape(document.documentElement)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  const preferences = [
    'prefers-color-scheme: dark',
    'prefers-contrast: more',
    'forced-colors: active',
  ]
  const preferred = preferences.map((one) => matchMedia(`(${one})`).matches)
  return [innerWidth, ...preferred, document.title !== '', twice, whole].join(' ')
}
