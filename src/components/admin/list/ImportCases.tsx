'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { at } from '@/base'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { QuestionDialog } from '../Dialog'
import { useTexts } from '../useTexts'

type Wrong = { line: number; zh: string; en: string }
type Answer = {
  created?: number
  known?: number
  findings?: { line: number }[]
  detail?: string
  rows?: Wrong[]
}

/** Takes closed orders in from a file: all of them, or none and the reasons by row. */
export function ImportCases() {
  const { texts, language } = useTexts()
  const words = dialogTexts[language]
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [wrong, setWrong] = useState<Wrong[]>([])

  async function send() {
    setWrong([])
    setProblem(file ? '' : words.fileNeeded)
    if (!file) return
    setIsBusy(true)
    const { ok, answer } = await post(file, language)
    setIsBusy(false)
    if (!ok) {
      setWrong(answer.rows ?? [])
      setProblem(answer.detail ?? texts.failed)
      return
    }
    const { created = 0, known = 0, findings = [] } = answer
    toast.success(fill(words.imported, { n: created, known }))
    if (findings.length > 0) toast.warning(fill(words.importedToCheck, linesOf(findings)), stays)
    setIsOpen(false)
    router.refresh()
  }
  return (
    <div className="zk-bulk">
      <Button
        id="import-cases"
        buttonStyle="secondary"
        size="small"
        margin={false}
        onClick={() => setIsOpen(true)}
      >
        {words.importCases}
      </Button>
      {isOpen && (
        <QuestionDialog
          title={words.importCases}
          action={words.import}
          problem={problem}
          isBusy={isBusy}
          onClose={() => setIsOpen(false)}
          onSubmit={() => void send()}
        >
          <p>{words.importNote}</p>
          <label>
            {words.file}
            <input
              type="file"
              name="file"
              accept=".xlsx,.json,.csv,.txt,.tsv,.ndjson,.jsonl,text/csv,text/plain,application/x-ndjson"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          </label>
          {wrong.length > 0 && (
            <ul className="zk-refused">
              {wrong.map((row, index) => (
                <li key={index}>
                  <strong>{fill(words.row, { n: row.line })}</strong> {row[language]}
                </li>
              ))}
            </ul>
          )}
        </QuestionDialog>
      )}
    </div>
  )
}

/** Read at leisure: a notice of several lines is not gone before it was. */
const stays = { duration: 20_000 }
const mostLines = 20

function linesOf(findings: readonly { line: number }[]) {
  const lines = findings.slice(0, mostLines).map(({ line }) => line)
  const more = findings.length > mostLines ? '…' : ''
  return { n: findings.length, lines: lines.join('、') + more }
}

/** As it is: the server tells its encoding, which office programs do not agree on. */
async function post(file: File, language: string): Promise<{ ok: boolean; answer: Answer }> {
  try {
    const response = await fetch(at('/api/cases/import'), {
      method: 'POST',
      credentials: 'include',
      headers: { 'Accept-Language': language, 'Content-Type': 'application/octet-stream' },
      body: file,
    })
    const answer = (await response.json().catch(() => ({}))) as Answer
    return { ok: response.ok, answer }
  } catch {
    return { ok: false, answer: {} }
  }
}
