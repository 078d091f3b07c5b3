import type { Page } from 'playwright-core'
import { written } from './typing'

// By a locator: `waitForSelector` holds what it found for good, which would be measured as the desk's own.
const answered = (page: Page) => page.locator('.desk-found[aria-busy=false]').waitFor()

/** Writes a question as an input method does, each word once the one before has its hits. */
export async function write(page: Page, question: string): Promise<void> {
  await page.keyboard.press('/')
  await page.focus('#desk-box')
  await page.keyboard.press('ControlOrMeta+a')
  let before = ''
  for (const words of written(question)) {
    await page.keyboard.insertText(words.slice(before.length))
    before = words
    await answered(page)
  }
}

/**
 * A call as an agent has it, by keyboard: taken, asked, opened, copied, read, ended with its note. Every third one has
 * another beside it, and a question that finds nothing.
 */
export async function call(page: Page, questions: readonly string[], at: number): Promise<void> {
  const question = (n: number) => questions[(7 * at + n) % questions.length] ?? ''
  await page.keyboard.press('F2')
  await write(page, question(0))
  await openAndCopy(page)
  await page.keyboard.press('Escape')
  if (at % 3 === 0) {
    await page.keyboard.press('F2')
    await write(page, 'qzxwvkjjq')
    await page.keyboard.press('F4')
    await answered(page)
    await page.keyboard.press('F4')
    await answered(page)
    await end(page)
  }
  await write(page, question(1))
  await openAndCopy(page)
  await page.goBack()
  await answered(page)
  await end(page)
}

async function openAndCopy(page: Page): Promise<void> {
  if ((await page.locator('[data-hit]').count()) === 0) return
  // The arrow would lead into the suggestions.
  await page.keyboard.press('Enter')
  await page.locator('.desk-answer').first().waitFor()
  for (const key of ['c', 't', 'PageDown', 'PageUp']) await page.keyboard.press(key)
}

async function end(page: Page): Promise<void> {
  await page.keyboard.press('F9')
  await page.locator('.desk-ending').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.desk-ending').waitFor({ state: 'detached' })
  await answered(page)
}
