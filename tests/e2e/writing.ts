import type { Page } from 'playwright-core'
import type { Entry } from '../int/entries'
import { as } from '../server/people'

/** A node of a stored text, as far as tests look into it. */
export type Stored = {
  type: string
  tag?: string
  text?: string
  format?: number
  colSpan?: number
  rowSpan?: number
  value?: unknown
  fields?: Record<string, unknown>
  children?: Stored[]
}

/** What was stored of an entry, for whoever may read it. */
export async function storedOf(username: string, { library, id }: Pick<Entry, 'library' | 'id'>) {
  const person = await as(username)
  type Copy = {
    body: { root: Stored } | null
    summary: string
    revision: number
    attachments: string[]
  }
  return (await person.get<Copy>(`/api/${library}/${id}?depth=0`)).body
}

/** Every node of a text with a short name: `heading h2`, `text 年满 1`, `cell 2x1`. */
export function outline(node: Stored | undefined): string[] {
  if (!node) return []
  const { type, tag = '', text = '', format, colSpan = 1, rowSpan = 1, fields } = node
  const own =
    type === 'text'
      ? `${text}${format ? ` *${format}` : ''}`
      : [type, tag, colSpan + rowSpan > 2 ? `${colSpan}x${rowSpan}` : '', fields?.url ?? '']
          .filter(Boolean)
          .join(' ')
  return [own, ...(node.children ?? []).flatMap(outline)]
}

/**
 * Clicks into the text and marks all of it, and looks that it is marked, as a person does before typing over it: the
 * editor may set the caret of the click once more a moment later.
 */
export async function markAll(page: Page): Promise<void> {
  await page.click('.ContentEditable__root')
  do await page.keyboard.press('Control+a')
  while (!(await page.evaluate(staysMarked)))
}

async function staysMarked(): Promise<boolean> {
  await new Promise((later) => setTimeout(later, 100))
  await new Promise((drawn) => requestAnimationFrame(drawn))
  return getSelection()?.isCollapsed === false
}

/** Puts this on the clipboard and pastes it where the caret is, as a browser does it. */
export async function paste(page: Page, { html, files = [] }: { html?: string; files?: string[] }) {
  await page.locator('.ContentEditable__root').evaluate(
    (root, given) => {
      const data = new DataTransfer()
      if (given.html) data.setData('text/html', given.html)
      for (const bytes of given.files) {
        const content = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))
        data.items.add(new File([content], 'image.png', { type: 'image/png' }))
      }
      const event = new ClipboardEvent('paste', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      })
      root.dispatchEvent(event)
    },
    { html, files },
  )
}

/** Lets a file go above the text. */
export async function drop(page: Page, file: { name: string; type: string; bytes: string }) {
  await page.locator('.ContentEditable__root').evaluate((root, given) => {
    const data = new DataTransfer()
    const content = Uint8Array.from(atob(given.bytes), (character) => character.charCodeAt(0))
    data.items.add(new File([content], given.name, { type: given.type }))
    const { left, top } = root.getBoundingClientRect()
    const at = { clientX: left + 40, clientY: top + 20 }
    const more = { ...at, dataTransfer: data, bubbles: true, cancelable: true }
    ;(root.querySelector('p') ?? root).dispatchEvent(new DragEvent('drop', more))
  }, file)
}
