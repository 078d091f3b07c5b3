import { charactersOf } from '../../text/characters'
import { cutsOf } from '../../text/cuts'
import { formsOf, scoredForms, type ScoredForms } from '../../text/forms'
import type { CutText } from '../../text/highlight'
import { heardForms, initialsOf, soundOf } from '../../text/pinyin'
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
  kept: { title: CutText; text: CutText }
  forms: ScoredForms
}

/** A document as it is indexed; see mapping.ts. */
export function toSource(document: SearchDocument, segmenter: Segmenter) {
  const cut = (text: string) => segmenter.forIndex(text).join(' ')
  const form = formsOf(document)
  const forms = scoredForms(form, segmenter)
  const heard = heardForms(forms.names, segmenter)
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
    beside: cut(form.beside),
    text: cut(form.text),
    unitName: cut(form.unit),
    figures: forms.figures,
    namesPinyin: heard.pinyin,
    namesInitials: heard.initials,
    titlePinyin: soundOf(form.title).join(' '),
    titleInitials: initialsOf(segmenter.forQuery(form.title)).join(' '),
    titleCharacters: charactersOf(form.title).join(' '),
    literal: [
      forms.title,
      forms.names,
      [form.summary, form.beside, form.unit, form.text].join('\n'),
    ].map(literal),
    offered: offeredOf(document, segmenter),
    kept: {
      title: { text: readable(document.title), cuts: forms.titleCuts },
      text: { text: readable(document.text), cuts: cutsOf(segmenter.pieces(form.text)) },
    },
    forms,
  }
}
