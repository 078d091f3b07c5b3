import { setTimeout as pause } from 'node:timers/promises'
import { TestEnvironment } from 'jest-environment-node'
import { chromium } from 'playwright-core'
import { chromium as executablePath } from '../../scripts/chromium.mjs'

/**
 * One browser for all files of a run, and machines that are used again: a page's code is then compiled once and not
 * by every test. Plain JavaScript, since Jest loads it itself. When a test fails, it says what each open window showed.
 */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.browserWindows = { open, close, isAsking, fine }
  }

  async teardown() {
    await Promise.all([...opened].map(close))
    await endOthers()
    await super.teardown()
  }

  async handleTestEvent({ name, test }) {
    if (name !== 'test_fn_failure') return
    for (const page of opened) {
      if (page.isClosed()) continue
      const shown = await page
        .evaluate(() => globalThis.document.body.innerText.replace(/\s+/g, ' ').slice(0, 1_500))
        .catch((error) => String(error))
      process.stderr.write(`\n${test.name}\n  ${page.url()}\n  ${shown}\n`)
    }
  }
}

/** Pieces of pages that axe found nothing wrong with; see browser.ts. */
const fine = new Set()
/** Windows in use. */
const opened = new Set()
/** What each window has asked for and not been answered yet. */
const asked = new WeakMap()
/** Machines that nobody sits at, by the name of their options. */
const idle = new Map()
/** A window of each machine that stays open, so that the process which has compiled the pages' code does not end. */
const keepers = new WeakMap()
/** The name of each machine's options. */
const names = new WeakMap()
/** The same options have the same name, in whichever order they were given. */
const nameOf = (options) => JSON.stringify(Object.entries(options).sort())

/** A window without a session, as of somebody who sits down at a machine that others have used. */
async function open({ viewport, colorScheme, forcedColors, ...options }) {
  const page = await newPage(options)
  opened.add(page)
  const waiting = new Set()
  page.on('request', (request) => {
    // What a desk listens to is never answered to its end.
    if (request.resourceType() !== 'eventsource') waiting.add(request)
  })
  for (const end of ['requestfinished', 'requestfailed'])
    page.on(end, (request) => waiting.delete(request))
  asked.set(page, waiting)
  // Of the window, not of the machine: so that fewer machines do.
  await page.setViewportSize(viewport)
  if (colorScheme || forcedColors) await page.emulateMedia({ colorScheme, forcedColors })
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
  const name = nameOf(options)
  const context = idle.get(name)?.pop() ?? (await newContext(options))
  names.set(context, name)
  // Where no code runs, none is kept.
  if (options.javaScriptEnabled === false) {
    await context.clearCookies()
    return context.newPage()
  }
  const keeper = keepers.get(context) ?? (await newKeeper(context))
  await context.clearCookies()
  await keeper.evaluate(() => globalThis.localStorage.clear())
  // Opened by it, since a window that the browser opens begins in a process of its own.
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    keeper.evaluate(() => void globalThis.open(globalThis.location.href, '_blank', 'noopener')),
  ])
  return page
}

async function newKeeper(context) {
  const keeper = await context.newPage()
  await keeper.goto('/robots.txt')
  keepers.set(context, keeper)
  return keeper
}

/** Does the window wait for an answer? */
const isAsking = (page) => asked.get(page).size > 0

/** Ends a window with all others of its machine. */
async function close(page) {
  opened.delete(page)
  const context = page.context()
  const others = context.pages().filter((each) => each !== keepers.get(context))
  await Promise.all(others.map((each) => each.close()))
  const name = names.get(context)
  idle.set(name, [...(idle.get(name) ?? []), context])
}

/** Those for a server that a file started for itself end with it. */
async function endOthers() {
  for (const [name, contexts] of idle) {
    if (name.includes(process.env.ZHIKU_TEST_URL)) continue
    idle.delete(name)
    await Promise.all(contexts.map((context) => context.close()))
  }
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
      '--process-per-site',
      // A page's code runs once or twice: optimising it costs more than it brings.
      '--js-flags=--no-opt --no-maglev',
    ],
  })
  const browser = await globalThis.zhikuTest.browser
  return browser.newContext(options)
}
