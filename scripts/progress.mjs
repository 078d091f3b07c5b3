/** A bar on a terminal, a line every tenth elsewhere. */
export function showProgress(out = process.stderr) {
  let lastTenth = -1
  let isDrawn = false
  return {
    /** @param {{ done: number, total?: number, text?: string }} progress */
    show({ done, total, text = '' }) {
      if (out.isTTY) {
        isDrawn = true
        out.write(`\r\x1b[K${total ? `${bar(done / total)} ${done}/${total}` : done} ${text}`)
        return
      }
      const tenth = total ? Math.floor((10 * done) / total) : Math.floor(done / 100)
      if (tenth === lastTenth) return
      lastTenth = tenth
      out.write(`${[total ? `${done}/${total}` : done, text].filter(Boolean).join(' ')}\n`)
    },
    end() {
      if (isDrawn) out.write('\r\x1b[K')
    },
  }
}

const bar = (part) => '█'.repeat(Math.round(30 * part)).padEnd(30, '░')
