/** A person's terminal is redrawn each second; a log gets a line at each start, end and quarter of a minute. */
const isLive = Boolean(process.stdout.isTTY)
const steps = new Set()
let clock

/**
 * Says that something longer begins. `note` tells how far it is, `end` that it is done.
 * @param {string} text
 */
export function beginStep(text) {
  const step = { text, note: '', since: Date.now() }
  steps.add(step)
  if (!isLive) print(`… ${text}`)
  clock ??= setInterval(tick, isLive ? 1000 : 15_000)
  if (isLive) draw()
  return {
    note(note) {
      step.note = note
      if (isLive) draw()
    },
    end() {
      remove(step)
      print(`✓ ${text} (${seconds(step)} s)`)
    },
    fail() {
      remove(step)
      print(`✗ ${text} (${seconds(step)} s)`)
    },
  }
}

/** Prints a line without disturbing the steps that are drawn. */
export function print(text = '') {
  if (isLive) process.stdout.write('\r\x1b[K')
  process.stdout.write(`${text}\n`)
  if (isLive) draw()
}

/** Forgets all steps: what they belonged to has been stopped. */
export function clearSteps() {
  for (const step of [...steps]) remove(step)
  if (isLive) process.stdout.write('\r\x1b[K')
}

function remove(step) {
  steps.delete(step)
  if (steps.size > 0) return
  clearInterval(clock)
  clock = undefined
}

function tick() {
  if (isLive) draw()
  else for (const step of steps) print(`  ${describe(step)}`)
}

function draw() {
  if (steps.size === 0) return
  const line = [...steps].map(describe).join(' · ')
  process.stdout.write(`\r\x1b[K${fit(line, (process.stdout.columns || 80) - 1)}`)
}

const describe = (step) => [step.text, step.note, `${seconds(step)} s`].filter(Boolean).join(' ')
const seconds = (step) => Math.round((Date.now() - step.since) / 1000)

/** Cuts at the width of the terminal, where a Chinese character takes two columns. */
function fit(text, width) {
  let used = 0
  let fitting = ''
  for (const character of text) {
    used += character > '\u2e80' ? 2 : 1
    if (used > width) return fitting
    fitting += character
  }
  return fitting
}
