import { describe, expect, it } from '@jest/globals'
import { fileName } from '@/files/fileKind'

describe('what a file is called', () => {
  it.each([
    ['关于〔2024〕5号《办法》（试行）—附件1、2.docx', 'docx'],
    ['附件1：城乡居民养老保险“一次告知单”【2024版】.pdf', 'pdf'],
    ['a&b+50% #1 & 2;3.xlsx', 'xlsx'],
    ['䶮𠮷镕.ofd', 'ofd'],
  ])('%s stays as written', (name, ending) => {
    expect(fileName(name, ending)).toBe(name)
  })

  it.each([
    ['第1.2条办事指南', 'pdf', '第1.2条办事指南.pdf'],
    ['说明.v1.2.PDF', 'pdf', '说明.v1.2.pdf'],
    ['网页.html', 'pdf', '网页.pdf'],
    ['C:\\fakepath\\表.doc', 'doc', '表.doc'],
    ['../../etc/表.doc', 'doc', '表.doc'],
    ['一"二"\r\n三.pdf', 'pdf', '一 二 三.pdf'],
    ['\u202e表\u0000.pdf', 'pdf', '表.pdf'],
    ['.pdf', 'pdf', '附件.pdf'],
    ['', 'jpg', '附件.jpg'],
    [`${'长'.repeat(300)}.pdf`, 'pdf', `${'长'.repeat(150)}.pdf`],
  ])('%j of a %s is called %s', (name, ending, called) => {
    expect(fileName(name, ending)).toBe(called)
  })
})
