import { describe, expect, it } from '@jest/globals'
import { choiceOf, initialsOf } from '@/components/desk/byInitials'

describe('the initials of a unit', () => {
  it.each([
    ['市住房公积金管理中心', 'szfgjjglzx'],
    ['　　青山县人力资源和社会保障局', 'qsxrlzyhshbzj'],
    ['城关区', 'cgq'],
    ['12345热线中心', '12345rxzx'],
    ['鄂州 ABC', 'ez abc'],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  const units = ['szfgjjglzx', 'srlzyhshbzj', 'qsx', 'qsxrlzyhshbzj', 'zyq']
  it.each([
    ['s', -1, 0],
    ['s', 0, 1],
    ['qs', 2, 2],
    ['zf', 0, 0],
    ['z', 0, 4],
    ['rlzy', 0, 1],
    ['kk', 0, -1],
  ])('%s, typed while the choice is %s, leads to %s', (letters, now, found) => {
    expect(choiceOf(units, letters, now)).toBe(found)
  })
})
