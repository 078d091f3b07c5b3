import { searchTexts } from '@/i18n/records'
import { Refused } from '../../Refused'

type Texts = typeof searchTexts.refused.zh

/** Refuses what stands in a field by a whole sentence: of a field's own error the form tells only its name. */
export function refuseField(field: string, say: (texts: Texts) => string): never {
  const { zh, en } = searchTexts.refused
  throw new Refused('invalid', { fields: [field], detail: { zh: say(zh), en: say(en) } })
}
