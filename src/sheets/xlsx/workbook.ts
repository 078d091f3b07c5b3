import { damaged, nothingIn } from '../said'
import { formatOf, type Format } from './formats'
import { mainPart, readPart, relationsOf } from './package'
import { createTexts, type Texts } from './texts'
import { escaped } from './values'
import { partName, type Part, type Parts } from './zip'

/** What all sheets of a workbook are read with. */
export type Workbook = {
  /** As they follow one another, those that are hidden last. */
  sheets: { name: string; isHidden: boolean; part: Part }[]
  texts: Texts
  /** By the number a cell names. */
  formats: Format[]
  is1904: boolean
}

export async function readWorkbook(parts: Parts): Promise<Workbook> {
  const main = await mainPart(parts)
  const relations = await relationsOf(parts, main)
  const partOf = (type: string) => relations.find((one) => one.type === type)?.target
  const named: { name: string; isHidden: boolean; id: string }[] = []
  let [is1904, root] = [false, '']
  await readPart(parts, main, {
    open: (tag, attributes) => {
      root ||= tag
      if (tag === 'workbookPr') is1904 = isOn(attributes.date1904)
      if (tag !== 'sheet') return
      const { name = '', state = 'visible' } = attributes
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? ''
      named.push({ name, isHidden: state !== 'visible', id })
    },
  })
  if (root !== 'workbook') throw damaged()
  const sheets = named.flatMap(({ id, ...sheet }) => {
    const relation = relations.find((one) => one.id === id && one.type === 'worksheet')
    const part = parts.get(partName(relation?.target ?? ''))
    return part ? [{ ...sheet, part }] : []
  })
  if (sheets.length === 0) throw named.length > 0 ? damaged() : nothingIn()
  sheets.sort((one, other) => Number(one.isHidden) - Number(other.isHidden))
  const texts = await readTexts(parts, partOf('sharedStrings'))
  return { sheets, texts, formats: await readFormats(parts, partOf('styles')), is1904 }
}

const isOn = (value: string | undefined) => value === '1' || value === 'true'

/** Rich text without its looks, and without how it is read aloud. */
async function readTexts(parts: Parts, name: string | undefined): Promise<Texts> {
  const texts = createTexts()
  if (!name) return texts
  let [text, isText, isAloud] = ['', false, false]
  await readPart(parts, name, {
    open: (tag) => {
      if (tag === 'si') text = ''
      if (tag === 'rPh') isAloud = true
      isText = tag === 't' && !isAloud
    },
    text: (some) => {
      if (isText) text += some
    },
    close: (tag) => {
      if (tag === 'si') texts.add(escaped(text))
      if (tag === 'rPh') isAloud = false
      isText = false
    },
  })
  return texts
}

async function readFormats(parts: Parts, name: string | undefined): Promise<Format[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isOfCells = false
  if (!name) return []
  await readPart(parts, name, {
    open: (tag, { numFmtId = '0', formatCode = '' }) => {
      if (tag === 'numFmt') codes.set(Number(numFmtId), formatCode)
      if (tag === 'cellXfs') isOfCells = true
      if (tag === 'xf' && isOfCells) ids.push(Number(numFmtId))
    },
    close: (tag) => {
      if (tag === 'cellXfs') isOfCells = false
    },
  })
  return ids.map((id) => formatOf(id, codes.get(id)))
}
