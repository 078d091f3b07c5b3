import { charactersOf } from '../../text/characters'
import { formsOf, scoredForms, type ScoredForms } from '../../text/forms'
import { initialsOf, soundOf } from '../../text/pinyin'
import type { Segmenter } from '../../text/segment'
import type { SearchDocument } from '../../types'
import { literal } from './literal'
import { offeredOf } from './offered'
import { readable } from './readable'

/** What a hit gives back. */
export type Source = {
  version: number
  unit: string
  approvedAt: number
  kept: { title: string; text: string }
  forms: ScoredForms
}

/** A document as it is indexed; see mapping.ts. */
export function toSource(document: SearchDocument, segmenter: Segmenter) {
  const cut = (text: string) => segmenter.forIndex(text).join(' ')
  const form = formsOf(document)
  const forms = scoredForms(form)
  return {
    id: document.id,
    version: document.version,
    removed: false,
    library: document.library,
    unit: document.unit,
    units: document.unitAbove === null ? document.unit : [document.unit, document.unitAbove],
    category: document.category,
    openToUnits: document.openToUnits,
    openToPublic: document.openToPublic,
    validFrom: document.validFrom,
    validUntil: document.validUntil,
    approvedAt: document.approvedAt,
    title: cut(form.title),
    questions: cut(form.questions),
    keywords: cut(form.keywords),
    summary: cut(form.summary),
    text: cut(form.text),
    unitName: cut(form.unit),
    titlePinyin: soundOf(form.title).join(' '),
    titleInitials: initialsOf(segmenter.forQuery(form.title)).join(' '),
    titleCharacters: charactersOf(form.title).join(' '),
    literal: [forms.title, forms.names, forms.body].map(literal),
    offered: offeredOf(document, segmenter),
    kept: { title: readable(document.title), text: readable(document.text) },
    forms,
  }
}
