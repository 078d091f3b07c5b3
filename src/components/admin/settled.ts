/** Lexical hands typed text to the form up to half a second late (Payload 3.90); whoever saves waits for it. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    const afterRender = () => setTimeout(resolve, 60)
    if ('requestIdleCallback' in window) requestIdleCallback(afterRender, { timeout: 600 })
    else setTimeout(afterRender, 300)
  })
