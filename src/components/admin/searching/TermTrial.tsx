'use client'

import { useDocumentInfo, useForm } from '@payloadcms/ui'
import type { TermTrial as Answer } from '@/front/trial/trialAnswer'
import { JudgedTable, Trial } from './Trial'

/** 试算 of words: what becomes of the judged queries they touch. */
export function TermTrial() {
  const { getData } = useForm()
  const { id } = useDocumentInfo()
  const body = () => {
    const { kind, words } = getData()
    return { id, kind, words }
  }
  return (
    <Trial<Answer> path="/api/trial/terms" body={body}>
      {({ judged }) => <JudgedTable judged={judged} />}
    </Trial>
  )
}
