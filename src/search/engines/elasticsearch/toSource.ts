import { toUSVString } from 'node:util'
import type { Completion } from '@/search/ranking/suggestBy'
import { bareText, normalisedText, charactersOf } from '@/search/text/normalise'
import { cutsOf } from '../../text/cuts'
import { formsOf, scoredForms, type ScoredForms } from '../../text/forms'
import type { CutText } from '../../text/highlight'
import { heardForms, initialsOf, soundOf } from '../../text/pinyin'
import type { Segmenter } from '../../text/segment'
import type { SearchDocument, Suggestion } from '../../types'

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
    themes: [...document.themes],
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

/** Stands in front of each text, so that one can ask for what begins so; nobody types it. */
export const FRONT = '^'

/** The title and the other questions of a document, by what people type of them. */
function offeredOf({ title, similarQuestions }: SearchDocument, segmenter: Segmenter) {
  return [
    offered('title', title, segmenter),
    ...similarQuestions.map((question) => offered('question', question, segmenter)),
  ]
}

function offered(kind: Suggestion['kind'], text: string, segmenter: Segmenter) {
  const form = normalisedText(text)
  const [first = '', ...others] = initialsOf(segmenter.forQuery(form))
  const shown: Omit<Completion, 'id'> = { kind, text: readable(text), bare: bareText(form) }
  return {
    ...shown,
    length: text.length,
    pinyin: [FRONT, ...soundOf(form)].join(' '),
    initials: [`${FRONT}${first}`, first, ...others].join(' '),
    characters: [FRONT, ...charactersOf(form)].join(' '),
  }
}

/**
 * Every character as a token, spaces too, so that whatever stands in quotes is found exactly where it is written:
 * with words alone it would depend on how they were cut.
 */
export function literal(text: string): string {
  const tokens = Array.from(text, (character) =>
    /\s/.test(character) ? `s${character.codePointAt(0)}` : character,
  )
  return tokens.join(' ')
}

/** Half a pair is no character of UTF-8 and a zero none of SQLite's: both engines show the same in their places. */
function readable(text: string): string {
  return toUSVString(text).replaceAll('\0', ' ')
}
