import type { SearchDocument } from '../types'
import { normalisedText } from './normalise'

/** The texts of a document, normalised. */
export type Forms = Record<'title' | 'questions' | 'keywords' | 'summary' | 'text' | 'unit', string>

/** The three texts a hit is scored again by. */
export type ScoredForms = { title: string; names: string; body: string; length: number }

/** A long text is scored again by its beginning; all of it is indexed. */
const RECOGNISED_BY = 6_000

export function formsOf(document: SearchDocument): Forms {
  return {
    title: normalisedText(document.title),
    questions: document.similarQuestions.map(normalisedText).join('\n'),
    // Whoever types an entry's number means this entry.
    keywords: [...document.keywords, document.number].map(normalisedText).join('\n'),
    summary: normalisedText(document.summary),
    text: normalisedText(document.text),
    unit: normalisedText(document.unitName),
  }
}

export function scoredForms(form: Forms): ScoredForms {
  return {
    title: form.title,
    names: [form.questions, form.keywords].filter(Boolean).join('\n'),
    body: [form.summary, form.unit, form.text].filter(Boolean).join('\n').slice(0, RECOGNISED_BY),
    // The title counts twice, as it is worth more than twice.
    length: Object.values(form).reduce((sum, text) => sum + text.length, form.title.length),
  }
}
