'use client'

import Image from 'next/image'
import { writingTexts } from '@/i18n/writing'
import { fill } from '@/i18n/adminTexts'
import { sharedTexts } from '@/i18n/shared'
import { useTexts } from '../useTexts'

type Shown = { name: string; size: number; mime: string }

/** What a browser shows by itself; everything else it can only save. */
const isShown = (mime: string) => mime.startsWith('image/') || mime === 'application/pdf'

/** A file by its name, to be opened in a window of its own; a picture is shown small at once. */
export function FileLine({ file, address }: { file: Shown; address: string }) {
  const { language } = useTexts()
  const texts = writingTexts[language]
  const { name, size, mime } = file
  return (
    <span className="zk-file">
      {mime.startsWith('image/') && (
        <Image
          unoptimized
          src={address}
          alt={fill(texts.pictureOf, { name })}
          width={64}
          height={48}
        />
      )}
      <a
        className="zk-link"
        href={address}
        {...(isShown(mime) ? { target: '_blank', rel: 'noreferrer' } : { download: name })}
      >
        {name}
      </a>{' '}
      <span className="zk-soft">
        {sharedTexts[language].size(Math.max(1, Math.round(size / 1024)).toLocaleString('zh-CN'))} ·{' '}
        {isShown(mime) ? texts.open : texts.download}
      </span>
    </span>
  )
}
