import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournal } from '@/tables/journal'

describe('a journal', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhiku-journal-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const opened = () => openJournal<string>(() => folder)

  it('forgets what was there before a turn, and nothing that came since', () => {
    const journal = opened()
    journal.append('甲')
    const forget = journal.turn()
    journal.append('乙')
    forget()
    expect(opened().left()).toEqual(['乙'])
  })

  it('forgets nothing of another process that it has not read', () => {
    opened().append('甲')
    const journal = opened()
    journal.append('乙')
    journal.turn()()
    expect(opened().left()).toEqual(['甲'])
    expect(journal.left()).toEqual(['甲'])
    journal.turn()()
    expect(readdirSync(folder)).toEqual([])
  })

  it('gives no part the number of one that is about to be forgotten', () => {
    const journal = opened()
    journal.append('甲')
    const [early, late] = [journal.turn(), journal.turn()]
    late()
    journal.append('乙')
    early()
    expect(opened().left()).toEqual(['乙'])
  })
})
