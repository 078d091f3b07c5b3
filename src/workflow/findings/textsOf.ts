import { isLexicalText, nodesOf } from '@/blocks/lexical'
import { toPlain } from '@/blocks/render'

/** What people wrote in one field, as plain text. */
export type FieldText = { field: string; text: string }

/** Of a working copy, and the sentence that readers of a withdrawn one get. */
const written = [
  ...['title', 'summary', 'content', 'result', 'similarQuestions', 'keywords', 'basis'],
  'sentence',
]

/** Every text of a working copy that readers see, field by field; names of files as they are given. */
export function textsOf(
  copy: Readonly<Record<string, unknown>>,
  fileNames: readonly string[] = [],
): FieldText[] {
  const body = isLexicalText(copy.body) ? [toPlain(copy.body), ...linksOf(copy.body.root)] : []
  const contact = Object.values((copy.contact ?? {}) as Record<string, unknown>)
  return [
    ...written.map((field) => ({ field, text: joined(copy[field]) })),
    { field: 'body', text: body.join('\n') },
    { field: 'contact', text: joined(contact) },
    { field: 'attachments', text: joined(fileNames) },
  ].filter(({ text }) => text !== '')
}

/** `tel:` and `mailto:` carry numbers that the text itself does not show. */
const linksOf = (root: Parameters<typeof nodesOf>[0]): string[] =>
  [...nodesOf(root)]
    .map(({ fields }) => fields?.url)
    .filter((url): url is string => typeof url === 'string' && /^(?:tel|mailto|sms):/i.test(url))

const joined = (value: unknown): string =>
  [value]
    .flat()
    .filter((part): part is string => typeof part === 'string')
    .join('\n')
