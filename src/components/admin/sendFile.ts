import type { Outcome } from './ask'

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
    const response = await fetch('/api/media', {
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
