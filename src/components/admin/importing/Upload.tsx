'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import type { Library } from '@/access/rules'
import { importPageTexts } from '@/i18n/importPage'
import { sharedTexts } from '@/i18n/shared'
import { useTexts } from '../useTexts'
import { batchAddress, isTooBig, sendSheet } from './batches'
import { Steps } from './Steps'

/** A library and a file, which is dropped or chosen. */
export function Upload({ libraries }: { libraries: readonly Library[] }) {
  const { texts: shared, language } = useTexts()
  const texts = importPageTexts[language]
  const router = useRouter()
  const [library, setLibrary] = useState<Library>(libraries[0] ?? 'knowledge')
  const [file, setFile] = useState<File | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const about = useId()

  async function send() {
    const missing = file ? (isTooBig(file) ? texts.tooBig : '') : texts.fileNeeded
    setProblem(missing)
    if (!file || missing) return
    setIsBusy(true)
    const outcome = await sendSheet(file, { library, language })
    if (outcome.ok) return router.push(batchAddress(outcome.data.id))
    setIsBusy(false)
    setProblem(outcome.detail || shared.failed)
  }
  return (
    <>
      <Steps at={0} texts={texts} />
      <form
        className="zk-panel zk-import__upload"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) void send()
        }}
      >
        <label className="zk-field">
          {sharedTexts[language].libraryLabel}
          <select
            name="library"
            value={library}
            onChange={({ target }) => setLibrary(target.value as Library)}
          >
            {libraries.map((one) => (
              <option key={one} value={one}>
                {sharedTexts[language].library[one]}
              </option>
            ))}
          </select>
        </label>
        {/* A file is dropped on the input itself, which covers the box. */}
        <label className="zk-import__drop">
          <span>{file ? file.name : texts.file}</span>
          <input
            type="file"
            name="file"
            aria-describedby={about}
            onChange={({ target }) => {
              setFile(target.files?.[0] ?? null)
              setProblem('')
            }}
          />
        </label>
        <p id={about} className="zk-soft">
          {texts.kinds}
        </p>
        <p className="zk-error" role="alert">
          {problem}
        </p>
        <p role="status">{isBusy ? texts.uploading : ''}</p>
        <div className="zk-buttons zk-buttons--start">
          <Button type="submit" margin={false} disabled={isBusy}>
            {texts.upload}
          </Button>
        </div>
      </form>
    </>
  )
}
