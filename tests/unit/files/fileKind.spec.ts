import { describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { fileKind, fileName } from '@/files/fileKind'

const ooxml = 'application/vnd.openxmlformats-officedocument'
const types = (main: string) =>
  strToU8(`<Types><Override PartName="/x.xml" ContentType="${main}.main+xml"/></Types>`)
const zipped = (files: Record<string, Uint8Array>) => Buffer.from(zipSync(files))
const pdf = '%PDF-1.7\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF\n'

/** A compound file with these parts, the root's class as given. */
function compound(names: readonly string[], rootClass = Buffer.alloc(16)): Buffer {
  const head = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head)
  const entries = ['Root Entry', ...names].map((name, at) => {
    const entry = Buffer.alloc(128)
    entry.write(name, 'utf16le')
    entry.writeUInt16LE(name.length * 2 + 2, 64)
    entry[66] = at === 0 ? 5 : 2
    if (at === 0) rootClass.copy(entry, 80)
    return entry
  })
  return Buffer.concat([head, ...entries, Buffer.alloc(512)])
}
const installer = Buffer.from('84100c0000000000c000000000000046', 'hex')

describe('what kind of file it is', () => {
  it.each<[string, Buffer, string, string]>([
    ['a PDF', Buffer.from(pdf), '表.pdf', 'pdf'],
    ['a PDF after a byte order mark', Buffer.from(`\ufeff${pdf}`), '表.pdf', 'pdf'],
    ['a PDF after lines of a mailer', Buffer.from(`\r\n\r\n \r\n${pdf}`), '表.PDF', 'pdf'],
    ['a PDF before 8 KB of nothing', Buffer.from(pdf + '\0'.repeat(8192)), '表', 'pdf'],
    [
      'a document',
      zipped({ '[Content_Types].xml': types(`${ooxml}.wordprocessingml.document`) }),
      'a.docx',
      'docx',
    ],
    [
      'a document of WPS, whose types come last',
      zipped({
        'customXml/item1.xml': strToU8('<a/>'),
        mimetype: strToU8('x'),
        'word/document.xml': strToU8('<a/>'),
        '[Content_Types].xml': types(`${ooxml}.wordprocessingml.document`),
      }),
      'a.wps',
      'docx',
    ],
    [
      'a template',
      zipped({ '[Content_Types].xml': types(`${ooxml}.spreadsheetml.template`) }),
      'a.xltx',
      'xltx',
    ],
    [
      'a show',
      zipped({ '[Content_Types].xml': types(`${ooxml}.presentationml.slideshow`) }),
      'a.ppsx',
      'ppsx',
    ],
    [
      'an OFD',
      zipped({ 'OFD.xml': strToU8('<ofd:OFD/>'), 'Doc_0/Document.xml': strToU8('') }),
      'a.ofd',
      'ofd',
    ],
    ['an old document', compound(['WordDocument', '1Table']), 'a.doc', 'doc'],
    ['a document of old WPS', compound(['WordDocument']), 'a.wps', 'wps'],
    ['an old sheet', compound(['Workbook']), 'a.xls', 'xls'],
    ['a sheet of old WPS', compound(['Book']), 'a.et', 'et'],
    ['old slides', compound(['PowerPoint Document', 'Current User']), 'a.dps', 'dps'],
    [
      'an old document with a table of Excel in it',
      compound(['Workbook', 'WordDocument']),
      'a.doc',
      'doc',
    ],
    ['an old sheet that says it is a document', compound(['Workbook']), 'a.doc', 'xls'],
  ])('%s', async (_what, bytes, name, ending) => {
    expect(await fileKind(bytes, name)).toMatchObject({ ending })
  })

  it.each<[string, Buffer, string, RegExp]>([
    ['half a PDF', Buffer.from(pdf.slice(0, 40)), 'a.pdf', /不完整/],
    [
      'a page after a PDF head',
      Buffer.from('%PDF-1.4\n<script>alert(1)</script>'),
      'a.pdf',
      /不完整/,
    ],
    ['an installer', compound(['!MsiTables'], installer), 'a.msi', /只接受/],
    ['an installer called a document', compound(['WordDocument'], installer), 'a.doc', /只接受/],
    ['a mail', compound(['__properties_version1.0']), 'a.doc', /只接受/],
    [
      'a compound file nobody can read, called a program',
      compound([]).fill(0, 512),
      'a.msi',
      /只接受/,
    ],
    [
      'an old document with macros',
      compound(['WordDocument', 'Macros', '_VBA_PROJECT']),
      'a.doc',
      /宏/,
    ],
    [
      'a document with macros',
      zipped({ '[Content_Types].xml': types('application/vnd.ms-word.document.macroEnabled') }),
      'a.docm',
      /宏/,
    ],
    [
      'a document with macros that calls itself one without',
      zipped({
        '[Content_Types].xml': types(`${ooxml}.wordprocessingml.document`),
        'word/vbaProject.bin': strToU8('x'),
      }),
      'a.docx',
      /宏/,
    ],
    [
      'a document with a password',
      compound(['EncryptedPackage', 'EncryptionInfo']),
      'a.docx',
      /密码/,
    ],
    ['an archive', zipped({ 'a.txt': strToU8('x') }), 'a.zip', /压缩包/],
    ['a damaged document', zipped({ 'a.txt': strToU8('x') }).subarray(0, 40), 'a.docx', /损坏/],
    ['a program', Buffer.from(`MZ${'\0'.repeat(300)}${pdf}`), 'a.pdf', /只接受/],
    ['nothing', Buffer.alloc(0), 'a.pdf', /空/],
    ['plain text', Buffer.from('办事指南'), 'a.txt', /只接受/],
  ])('%s is refused with a sentence', async (_what, bytes, name, sentence) => {
    await expect(fileKind(bytes, name)).rejects.toMatchObject({
      details: { detail: { zh: expect.stringMatching(sentence) } },
    })
  })

  it('leaves a damaged old document its own name', async () => {
    const damaged = compound([]).fill(0, 512)
    expect(await fileKind(damaged, '旧表.xls')).toEqual({
      ending: 'xls',
      mime: 'application/vnd.ms-excel',
    })
  })
})

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
