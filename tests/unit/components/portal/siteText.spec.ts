import { describe, expect, it } from '@jest/globals'
import { partsOf } from '@/components/portal/SiteText'

describe('a page of text of the site', () => {
  it('has a paragraph for each line, headings, and lists of points that follow each other', () => {
    expect(partsOf('引言\n\n# 一\n第一段\n- 甲\n- 乙\n第二段\n- 丙\n#没有空格')).toEqual([
      { heading: null, blocks: [{ line: '引言' }] },
      {
        heading: '一',
        blocks: [
          ...[{ line: '第一段' }, { list: ['甲', '乙'] }, { line: '第二段' }],
          ...[{ list: ['丙'] }, { line: '#没有空格' }],
        ],
      },
    ])
    expect(partsOf('')).toEqual([])
  })
})
