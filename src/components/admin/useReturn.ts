'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { listAddress, wholeList } from './list/listAddress'
import { useTexts } from './useTexts'

/** Payload 3.90 leaves its words about a new document here, for the page it goes to by itself. */
const words = 'payload-pending-success-toast'

/** 保存 returns to the list: as it was left, or for what is new to the whole list, where it stands on top. */
export function useReturn() {
  const router = useRouter()
  const { texts } = useTexts()
  return (library: string, { isNew }: { isNew: boolean }) => {
    if (isNew) {
      window.sessionStorage.removeItem(words)
      toast.success(texts.saved)
    }
    const kind = new URLSearchParams(window.location.search).get('kind')
    router.push(isNew ? wholeList(library, kind) : listAddress(library))
    router.refresh()
  }
}
