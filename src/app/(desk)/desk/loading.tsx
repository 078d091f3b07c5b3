import { pageLanguage } from '@/app/visitor'
import { sharedTexts } from '@/i18n/shared'

export default async function DeskLoading() {
  return (
    <p className="desk-loading" role="status">
      {sharedTexts[await pageLanguage()].loading}
    </p>
  )
}
