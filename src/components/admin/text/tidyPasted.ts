import { webAddress } from '@/blocks/webAddress'
import { inOwnCharacters, marks } from '@/blocks/lexical'
import { listParagraphs, styleOf } from './wordLists'

/** Where it is pasted: what stands for a picture that did not come along, and the address of our own site. */
type Here = { lostPicture: (name: string) => string; origin: string }

/**
 * 统一格式 for what Word, WPS, Excel or a page puts on the clipboard, before the editor reads it: headings one
 * level below the title, lists where Word only numbers paragraphs, words that are hidden or noted beside the
 * text left out, what is struck out kept so, m² as a word, links only where they lead somewhere. Changes `page`;
 * answers how many pictures did not come along (a sentence of `lostPicture` stands in their place).
 */
export function tidyPasted(page: Document, here: Here): number {
  dropHidden(page)
  listParagraphs(page)
  levelHeadings(page)
  readRuby(page)
  markStruck(page)
  writeRaised(page)
  dropDeadLinks(page)
  flattenTables(page)
  trimIndents(page)
  return takePictures(page, here)
}

const all = (page: Document | Element, selector: string): HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>(selector),
]

/** Puts what an element holds in its place. */
function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

/** Not part of the text: hidden rows and words, comments beside it, what a page needs for itself. */
function dropHidden(page: Document): void {
  for (const element of all(
    page,
    'style, script, meta, link, title, xml, template, noscript, rp',
  )) {
    element.remove()
  }
  for (const element of all(page, '[style], [class], [hidden]')) {
    const style = styleOf(element)
    const isHidden = /display:none|mso-hide:(all|screen)|visibility:hidden/.test(style)
    const isComment = /mso-element:(comment-list|comment)(;|$)|mso-special-character:comment/.test(
      style,
    )
    const isMark = element.classList.contains('MsoCommentReference')
    if (isHidden || isComment || isMark || element.hasAttribute('hidden')) element.remove()
  }
}

/** The highest heading that came along stands one level below the title, the others below it as they were. */
function levelHeadings(page: Document): void {
  for (const paragraph of all(page, 'p[style*="outline-level"]')) {
    const level = /mso-outline-level:([1-6])(;|$)/.exec(styleOf(paragraph))?.[1]
    if (level) rename(paragraph, `h${level}`)
  }
  const headings = all(page, 'h1, h2, h3, h4, h5, h6')
  const highest = Math.min(...headings.map(levelOf))
  for (const heading of headings) {
    const words = heading.textContent?.trim() ?? ''
    if (words === '' && !heading.querySelector('img')) heading.remove()
    else rename(heading, `h${Math.min(levelOf(heading) - highest + 2, 4)}`)
  }
}

const levelOf = ({ tagName }: Element) => Number(tagName.slice(1))

function rename(element: HTMLElement, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

/** 镕 with róng above it is 镕（róng）, not 镕róng. */
function readRuby(page: Document): void {
  for (const reading of all(page, 'rt')) {
    const words = reading.textContent?.trim() ?? ''
    reading.replaceWith(words === '' ? '' : `（${words}）`)
  }
  for (const ruby of all(page, 'ruby, rb')) unwrap(ruby)
}

/** Struck out by whichever means, also by a reviewer: it must not come in as if it held. */
function markStruck(page: Document): void {
  for (const element of all(page, 'del, strike, s, [style*="line-through"]')) {
    const isMark = ['DEL', 'STRIKE', 'S'].includes(element.tagName)
    if ((!isMark && !/line-through/.test(styleOf(element))) || element.closest('s[data-zk]'))
      continue
    const struck = page.createElement('s')
    struck.setAttribute('data-zk', '')
    struck.append(...element.childNodes)
    if (isMark || ['SPAN', 'FONT'].includes(element.tagName)) element.replaceWith(struck)
    else element.append(struck)
  }
}

/** A raised or lowered number becomes the character for it. */
function writeRaised(page: Document): void {
  for (const element of all(page, 'sup, sub, [style*="vertical-align"]')) {
    const align = /vertical-align:(super|sub)(;|$)/.exec(styleOf(element))?.[1]
    const isRaised = element.tagName === 'SUP' || align === 'super'
    if (!isRaised && element.tagName !== 'SUB' && align !== 'sub') continue
    const words = element.textContent ?? ''
    const own = inOwnCharacters(words.trim(), isRaised ? marks.raised : marks.lowered)
    if (own !== null) element.replaceWith(own)
    else if (align) rename(element, isRaised ? 'sup' : 'sub')
  }
}

function dropDeadLinks(page: Document): void {
  for (const link of all(page, 'a')) {
    const address = webAddress(link.getAttribute('href'))
    if (address === null) unwrap(link)
    else link.setAttribute('href', address)
  }
}

/** Of a table in a table the words stay, a paragraph a cell; a caption stands before its table. */
function flattenTables(page: Document): void {
  for (const caption of all(page, 'caption')) {
    const table = caption.closest('table')
    rename(caption, 'p')
    const moved = table?.querySelector(':scope > p')
    if (table && moved) table.before(moved)
  }
  for (const inner of all(page, 'table table').reverse()) {
    const cells = all(inner, 'td, th').map((cell) => {
      const paragraph = page.createElement('p')
      paragraph.append(...cell.childNodes)
      return paragraph
    })
    inner.replaceWith(...cells)
  }
}

/** Spaces that only push words to the right. */
function trimIndents(page: Document): void {
  for (const block of all(page, 'p, li, h2, h3, h4, td, th, div')) {
    const walker = page.createTreeWalker(block, 4)
    const first = walker.nextNode()
    if (
      !first?.nodeValue ||
      first.parentElement?.closest('p, li, h2, h3, h4, td, th, div') !== block
    )
      continue
    first.nodeValue = first.nodeValue.replace(/^[\s\u00a0\u3000]+/, '')
  }
}

/** A picture whose bytes came along stands as a block of its own, one that lies elsewhere leaves a sentence. */
function takePictures(page: Document, { lostPicture, origin }: Here): number {
  let lost = 0
  for (const image of all(page, 'img, svg, canvas, video, audio, object, iframe').reverse()) {
    const source = image.getAttribute('src') ?? ''
    const name = nameOf(image.getAttribute('alt'))
    // A dot that only counts who reads is no picture.
    const isDot = Number(image.getAttribute('width') ?? 9) <= 1
    if (!image.matches('img') || isDot) image.remove()
    else if (comesAlong(source, origin)) {
      image.setAttribute('alt', name)
      const line = outermost(image, 'ul, ol') ?? image.closest('p, h2, h3, h4')
      line?.after(image)
    } else {
      lost += 1
      image.replaceWith(lostPicture(name))
    }
  }
  return lost
}

/** Its bytes are in the page, or it lies with us. */
export const comesAlong = (source: string, origin: string): boolean =>
  /^data:image\/(png|jpe?g|webp|gif|bmp);base64,/i.test(source) || source.startsWith(`${origin}/`)

function outermost(element: Element, selector: string): Element | null {
  const found = element.parentElement?.closest(selector) ?? null
  return found && (outermost(found, selector) ?? found)
}

/** What somebody wrote about it; a path or a name Word made up says nothing. */
function nameOf(alt: string | null): string {
  const words = (alt ?? '').replace(/\s+/g, ' ').trim()
  const isMadeUp =
    /[\\/]|^(image|img|picture|图片|clip_image|说明:)\s*[\d_]*(\.\w+)?$|描述已自动生成/i.test(words)
  return isMadeUp ? '' : words.slice(0, 200)
}
