'use client'

import { sharedTexts } from '@/i18n/shared'

/** Where a page failed on the server. What failed is in the log, not here. */
export function FailedPage({ reset }: { reset: () => void }) {
  const { failed } = sharedTexts.zh
  return (
    <div className="wide missing" role="alert">
      <h1>{failed.title}</h1>
      <p>{failed.text}</p>
      <p>
        <button className="button" type="button" onClick={reset}>
          {failed.again}
        </button>
      </p>
    </div>
  )
}
