import { setTimeout as pause } from 'node:timers/promises'
import { TestEnvironment } from 'jest-environment-node'
import { chromium } from 'playwright-core'
import { chromium as executablePath } from '../../scripts/chromium.mjs'

/**
 * One browser for all files of a run, and windows that are used again: a page's code is then compiled once and not
 * by every test. Plain JavaScript, since Jest loads it itself. When a test fails, it says what each open window showed.
 */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.browserWindows = { open, close, isAsking, fine }
  }

  async teardown() {
    await Promise.all([...opened.keys()].map(close))
    await super.teardown()
  }

  async handleTestEvent({ name, test }) {
    if (name !== 'test_fn_failure') return
    for (const page of opened.keys()) {
      if (page.isClosed()) continue
      const shown = await page
        .evaluate(() => globalThis.document.body.innerText.replace(/\s+/g, ' ').slice(0, 1_500))
        .catch((error) => String(error))
      process.stderr.write(`\n${test.name}\n  ${page.url()}\n  ${shown}\n`)
    }
  }
}

/** Shapes of pages that axe found nothing wrong with; see browser.ts. */
const fine = new Set()
/** Windows in use, with the options they were opened with. */
const opened = new Map()
/** What each window has asked for and not been answered yet. */
const asked = new WeakMap()
/** Windows that nobody uses, by the name of their options. */
const idle = new Map()
/** The same options have the same name, in whichever order they were given. */
const nameOf = (options) => JSON.stringify(Object.entries(options).sort())

/** A window without a session, as of somebody who sits down at a machine that others have used. */
async function open(options) {
  const page = await newPage(options)
  opened.set(page, options)
  const waiting = new Set()
  page.on('request', (request) => waiting.add(request))
  for (const end of ['requestfinished', 'requestfailed'])
    page.on(end, (request) => waiting.delete(request))
  asked.set(page, waiting)
  return page
}

/** How long a window may take to open, in milliseconds; it takes a fiftieth. */
const patience = 20_000

/** Now and then Debian's chromium never says that a window is there, of which no page knows: another one is opened. */
async function newPage(options) {
  for (let again = 0; again < 3; again += 1) {
    const page = await Promise.race([anyPage(options), pause(patience, null, { ref: false })])
    if (page) return page
    process.stderr.write(`A window did not open within ${patience} ms: ${nameOf(options)}\n`)
  }
  throw new Error('No window opens.')
}

async function anyPage(options) {
  const used = idle.get(nameOf(options))?.pop()
  const context = used ?? (await newContext(options))
  if (used) await forget(context, options)
  return context.newPage()
}

/** Does the window wait for an answer? */
const isAsking = (page) => asked.get(page).size > 0

async function close(page) {
  const name = nameOf(opened.get(page))
  opened.delete(page)
  const context = page.context()
  await Promise.all(context.pages().map((each) => each.close()))
  idle.set(name, [...(idle.get(name) ?? []), context])
}

/** All but the pages' code: a page may keep something until the moment it is closed. */
async function forget(context, { javaScriptEnabled = true }) {
  await context.clearCookies()
  // Nothing else is kept where no code runs.
  if (!javaScriptEnabled) return
  const page = await context.newPage()
  await page.goto('/robots.txt')
  await page.evaluate(() => globalThis.localStorage.clear())
  await page.close()
}

async function newContext(options) {
  globalThis.zhikuTest.browser ??= chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const browser = await globalThis.zhikuTest.browser
  return browser.newContext(options)
}
