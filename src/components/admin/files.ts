'use client'

import { useEffect, useState } from 'react'
import { at } from '@/base'
import type { Language } from '@/i18n/language'
import { ask, type Outcome } from './ask'

/** A stored file, as far as a form shows it. */
export type StoredFile = {
  id: string
  name: string
  filename: string
  filesize: number
  mimeType: string
}

/** Uploads a file as an attachment or picture; a refusal comes back as its sentence. */
export async function sendFile(file: File, language: string): Promise<Outcome<StoredFile>> {
  const body = new FormData()
  body.set('file', file, file.name)
  try {
    const response = await fetch(at('/api/media'), {
      method: 'POST',
      credentials: 'include',
      headers: { 'Accept-Language': language },
      body,
    })
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
    if (response.ok) return { ok: true, data: answer.doc as StoredFile }
    const { code = '', detail = '' } = answer as { code?: string; detail?: string }
    return { ok: false, status: response.status, code, detail, errors: [] }
  } catch {
    return { ok: false, status: 0, code: 'unreachable', detail: '', errors: [] }
  }
}

/** Files never change: each is asked for once. */
const known = new Map<string, StoredFile>()

export const knowFile = (file: StoredFile): void => {
  known.set(file.id, file)
}

/** The stored files of these ids, as far as this person may see them; null until they are known. */
export function useFiles(ids: readonly string[], language: Language): StoredFile[] | null {
  const key = ids.join()
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const wanted = key.split(',').filter((id) => id !== '' && !known.has(id))
    if (wanted.length === 0) return
    let isCurrent = true
    const query = new URLSearchParams({ depth: '0', pagination: 'false' })
    wanted.forEach((id, at) => query.set(`where[id][in][${at}]`, id))
    void ask<{ docs: StoredFile[] }>(`/api/media?${query.toString()}`, { language }).then(
      (outcome) => {
        if (outcome.ok) outcome.data.docs.forEach(knowFile)
        if (isCurrent) setAsked(key)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [key, language])
  const isKnown = asked === key || ids.every((id) => known.has(id))
  return isKnown ? ids.flatMap((id) => known.get(id) ?? []) : null
}

export const copyOfFile = ({ filename }: { filename: string }): string =>
  `/api/media/file/${encodeURIComponent(filename)}`
