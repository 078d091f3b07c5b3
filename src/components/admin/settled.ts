import { writtenInBlocks } from '@/fields/serviceBlocks'

/** A block hands on what was typed after a question to the server; longer than this nobody waits. */
const longest = 3_000

/**
 * Lexical hands typed text to the form up to half a second late (Payload 3.90), its blocks later still; whoever
 * saves waits until the text of the form is what stands on the page.
 */
export async function settled(getData: () => { body?: unknown }): Promise<void> {
  await idle()
  const until = Date.now() + longest
  while (isBehind(getData().body) && Date.now() < until) await pause(50)
}

const idle = () =>
  new Promise<void>((resolve) => {
    const afterRender = () => setTimeout(resolve, 60)
    if ('requestIdleCallback' in window) requestIdleCallback(afterRender, { timeout: 600 })
    else setTimeout(afterRender, 300)
  })

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Does a block show what the form does not know yet? */
export function isBehind(body: unknown): boolean {
  const known = writtenInBlocks(body)
  return [...document.querySelectorAll('.LexicalEditorTheme__block')].some((block, at) => {
    const fields = block.querySelectorAll<HTMLInputElement>(
      'textarea, input[type=text], input[type=number]',
    )
    const shown = [...fields].map(({ value }) => value)
    return known[at]?.length === shown.length && known[at].join('\n') !== shown.join('\n')
  })
}
