import { expect, test } from '@jest/globals'
import { tellOutcome } from '@/jobs/import/tellOutcome'

test('what was not imported is told row by row, and of a file of nothing else how many more there are', () => {
  const faults = Array.from({ length: 8945 }, (_, at) => ({ line: at + 1, sentence: '缺少编码。' }))
  const none = { created: 0, updated: 0, unchanged: 0, submitted: 0, held: 0, left: 0, units: 0 }
  const tally = { ...none, kept: [], found: [], faults, isStopped: false }
  const lines = tellOutcome(tally, []).split('\n')
  expect(lines.filter((line) => line.includes('缺少编码'))).toHaveLength(50)
  expect(lines.at(-1)).toContain('另有 8895 行')
  expect(tellOutcome({ ...tally, faults: faults.slice(0, 50) }, [])).not.toContain('另有')
})
