import { beginsChange } from '@/access/editing'
import type { Library } from '@/access/rules'
import { deskScreenTexts } from '@/i18n/deskScreen'
import type { Language } from '@/i18n/language'
import type { Entry } from '@/reading/readEntry'
import type { DeskPerson } from './DeskTop'

type Props = { language: Language; person: DeskPerson; entry: Entry }

/** 去修改: leads a reader who may change this entry to where it is written. */
export function EditLink({ language, person, entry }: Props) {
  const filed = { library: entry.library as Library, unit: entry.unit.id }
  if (!beginsChange(person, filed)) return null
  return (
    <a className="desk-edit" href={`/admin/collections/${entry.library}/${entry.id}`}>
      {deskScreenTexts[language].edit}
    </a>
  )
}
