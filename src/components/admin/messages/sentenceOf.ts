import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { messageTexts } from '@/i18n/inbox'
import type { Message } from '@/workflow/telling/messages'

type Said = Pick<Message, 'event' | 'asks' | 'step' | 'by'>

/** What a message says of its entry, in one sentence. */
export function sentenceOf({ event, asks, step, by }: Said, language: Language): string {
  const texts = messageTexts[language]
  return fill(sentence(), { by: by ?? texts.somebody })

  function sentence(): string {
    switch (event) {
      case 'waits':
      case 'overdue':
        return asks ? texts[event][asks] : ''
      case 'approved':
      case 'returned':
        return texts[event]
      case 'deletionDecided':
        return step === 'refuseDeletion'
          ? texts.deletionDecided.refuseDeletion
          : texts.deletionDecided.approveDeletion
      case 'changed':
        return texts.changed[step as keyof typeof texts.changed] ?? ''
    }
  }
}

/** Where its person goes on: what another unit asks to agree to lies outside one's own lists. */
export const addressOf = ({ asks, library, entry }: Message): string =>
  asks === 'agree'
    ? `/admin/consulted/${library}/${entry}`
    : `/admin/collections/${library}/${entry}`
