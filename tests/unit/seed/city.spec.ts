import { describe, expect, test } from '@jest/globals'
import { categories } from '@/access/rules'
import { composeBody } from '@/blocks/asWritten'
import { past, revisions } from '@/seed/city/changes'
import { details } from '@/seed/city/details'
import { entries } from '@/seed/city/entries'
import { themedTitles, themesOf } from '@/seed/city/themes'
import { demoAccounts } from '@/seed/city/people'
import { units } from '@/seed/city/tree'
import { presetThemes } from '@/workflow/themes/presetThemes'

const all = [...details, ...entries, ...past]
const text = (entry: (typeof all)[number]) => JSON.stringify(composeBody(entry.body))
const unitOf = (key: string) => units.find((unit) => unit.key === key)

describe('the demo city', () => {
  test('has four counties, ten municipal departments beside the centre, and a zone', () => {
    const first = units.filter(({ parent }) => !parent)
    expect(first.filter(({ kind }) => kind === 'region')).toHaveLength(4)
    expect(first.filter(({ form, isCentre }) => form === 'municipal' && !isCentre)).toHaveLength(10)
    expect(first.filter(({ form }) => form === 'zone')).toHaveLength(1)
    expect(first.filter(({ isCentre }) => isCentre)).toHaveLength(1)
  })

  test('each county has its government office and two to four townships', () => {
    for (const { key } of units.filter(({ kind }) => kind === 'region')) {
      const below = units.filter(({ parent }) => parent === key)
      expect(below.filter(({ name }) => name.endsWith('人民政府办公室'))).toHaveLength(1)
      const townships = below.filter(({ kind }) => kind === 'township').length
      expect(townships).toBeGreaterThanOrEqual(2)
      expect(townships).toBeLessThanOrEqual(4)
    }
  })

  test('has an account of every role', () => {
    const usernames = demoAccounts
      .slice(0, 7)
      .map(({ username, roles: [role] }) => [username, role])
    expect(usernames.every(([username, role]) => username === role)).toBe(true)
    expect(new Set(usernames.map(([username]) => username)).size).toBe(7)
  })

  test('has entries in every state', () => {
    const states = new Set(entries.flatMap(({ state }) => Object.keys(state)))
    expect([...states].sort()).toEqual(['approved', 'draft', 'pending', 'reason', 'returned'])
  })

  test('says now what its revised answers came to, and was approved before they were', () => {
    for (const { title, ago, now, before } of revisions) {
      const entry = entries.find((one) => one.title === title)
      expect(entry?.summary).toContain(now)
      expect(entry?.summary).not.toContain(before)
      expect(entry?.state).toMatchObject({ approved: expect.any(Number) })
      expect(Object.values(entry?.state ?? {})[0]).toBeGreaterThan(ago + 3)
    }
  })

  test('asks every question once', () => {
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
  })

  test.each(all.map((entry) => [entry.title, entry] as const))('%s', (title, entry) => {
    const unit = unitOf(entry.unit)
    const keys: readonly string[] =
      unit?.kind === 'township'
        ? categories.township
        : unit?.parent
          ? categories.county
          : categories.municipal
    expect(unit?.kind).not.toBe('region')
    expect(keys).toContain(entry.category)
    expect(title.match(/？/g)).toHaveLength(1)
    expect([...entry.summary].length).toBeLessThanOrEqual(200)
    expect(text(entry)).not.toMatch(/其他材料|相关材料|有关材料/)
    // Offices have lines; a mobile or an identity number would be a person's.
    expect(entry.summary + text(entry)).not.toMatch(/(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/)
  })

  test('files answers under themes by titles that there are, and under each theme some', () => {
    const titles = all.map(({ title }) => title)
    expect(themedTitles.filter((title) => !titles.includes(title))).toEqual([])
    const used = new Set(themedTitles.flatMap(themesOf))
    expect(presetThemes.filter(({ id }) => !used.has(id))).toEqual([])
  })
})
