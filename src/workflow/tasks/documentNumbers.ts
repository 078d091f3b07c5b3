/** 发文字号 of official documents (党政机关公文格式, GB/T 9704-2012, 7.2.5): issuer, year in brackets, 号; however the brackets are written. */
const form =
  /([\u4e00-\u9fa5]{1,14})\s*[〔［\[【（(]\s*((?:19|20)\d{2})\s*[〕］\]】）)]\s*第?\s*(\d{1,5})\s*号/g

/** The numbers of documents a text names, each once, in one way of writing: 广政公〔2019〕11号. */
export function documentNumbersIn(text: string): string[] {
  const plain = text.replace(/[０-９]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
  )
  const found = [...plain.matchAll(form)].map(
    ([, issuer = '', year = '', number = '']) =>
      `${issuerOf(issuer)}〔${year}〕${Number(number)}号`,
  )
  return [...new Set(found)]
}

/** What stands before an issuer in a sentence is none of it. */
const before = /^.*(?:根据|依据|按照|依照|参照|执行|见|和|与|及|以及|《.*》)/
const issuerOf = (written: string): string => written.replace(before, '')
