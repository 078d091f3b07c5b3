import { TestEnvironment } from 'jest-environment-node'

/** Plain JavaScript, since Jest loads it itself. When a test fails, it says what each open window showed. */
export default class BrowserEnvironment extends TestEnvironment {
  async handleTestEvent({ name, test }) {
    if (name !== 'test_fn_failure') return
    for (const page of this.global.openWindows ?? []) {
      if (page.isClosed()) continue
      const shown = await page
        .evaluate(() => globalThis.document.body.innerText.replace(/\s+/g, ' ').slice(0, 1_500))
        .catch((error) => String(error))
      process.stderr.write(`\n${test.name}\n  ${page.url()}\n  ${shown}\n`)
    }
  }
}
