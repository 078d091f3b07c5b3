import type { SearchDocument } from '../types'
import { cutsOf, type Cuts } from './cuts'
import { figureWords } from './figures/figuresIn'
import { normalisedText } from './normalise'
import type { Segmenter } from './segment'

/** The texts of a document, normalised. */
export type Forms = Record<
  'title' | 'questions' | 'keywords' | 'summary' | 'beside' | 'text' | 'unit',
  string
>

/** What a hit is scored again by: three texts, the words of two of them, and the figures of all, blanks between. */
export type ScoredForms = {
  title: string
  names: string
  body: string
  titleCuts: Cuts
  namesCuts: Cuts
  figures: string
  length: number
}

/** A long text is scored again by its beginning; all of it is indexed. */
const RECOGNISED_BY = 6_000

export function formsOf(document: SearchDocument): Forms {
  const files = document.attachments.map((name) => name.replace(/\.\w{1,5}$/, ''))
  return {
    title: normalisedText(document.title),
    questions: document.similarQuestions.map(normalisedText).join('\n'),
    // Whoever types an entry's number means this entry.
    keywords: [...document.keywords, document.number].map(normalisedText).join('\n'),
    summary: normalisedText(document.summary),
    beside: [document.basis, ...files, document.contact].map(normalisedText).join('\n').trim(),
    text: normalisedText(document.text),
    unit: normalisedText(document.unitName),
  }
}

export function scoredForms(form: Forms, segmenter: Segmenter): ScoredForms {
  const names = [form.questions, form.keywords].filter(Boolean).join('\n')
  const beside = [form.summary, form.beside, form.unit, form.text].filter(Boolean)
  return {
    title: form.title,
    names,
    body: beside.join('\n').slice(0, RECOGNISED_BY),
    titleCuts: cutsOf(segmenter.pieces(form.title)),
    namesCuts: cutsOf(segmenter.pieces(names)),
    figures: figureWords(Object.values(form)).join(' '),
    // The title counts twice, as it is worth more than twice.
    length: Object.values(form).reduce((sum, text) => sum + text.length, form.title.length),
  }
}
