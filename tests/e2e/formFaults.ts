import type { Page } from 'playwright-core'

/** What is shown or read out in Latin letters, beside what is called so in Chinese too. */
export async function englishIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const known = /PDF|Office|JPEG|PNG|WebP|MB|KB|CSV|https?:\/\/|mailto:|tel:|Ctrl|[A-Z]{2}\d+/g
    const seen = new Set<string>()
    const look = (words: string | null) => {
      if (words && /[A-Za-z]{2,}/.test(words.replace(known, ''))) seen.add(words.trim())
    }
    const own =
      'main, .slash-menu-popup, .drawer__content, .toolbar-popup__dropdown-items, .link-editor'
    for (const place of document.querySelectorAll(own)) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const { parentElement, data } = walker.currentNode as Text
        if (!parentElement?.closest('script, style, title') && parentElement?.checkVisibility())
          look(data)
      }
      for (const element of place.querySelectorAll<HTMLElement>('*')) {
        if (!element.checkVisibility()) continue
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-placeholder']) {
          look(element.getAttribute(name))
        }
      }
    }
    return [...seen]
  })
}

/** Presses every label; those after which the caret is not in a field of their own box. */
export async function labelsThatLeadElsewhere(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = []
    for (const label of document.querySelectorAll<HTMLLabelElement>('.collection-edit label')) {
      if (!label.checkVisibility()) continue
      ;(document.activeElement as HTMLElement | null)?.blur()
      label.click()
      const box = label.closest('.zk-part__field, .zk-picture__words, .field-type')
      if (!box?.contains(document.activeElement)) wrong.push(label.textContent ?? '')
    }
    return wrong
  })
}
