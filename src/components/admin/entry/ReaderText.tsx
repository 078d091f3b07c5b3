'use client'

import Image from 'next/image'
import { fields, type Library } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { basedOnTexts } from '@/i18n/basedOn'
import { sharedTexts } from '@/i18n/shared'
import { themeTexts } from '@/i18n/themes'
import { writingTexts } from '@/i18n/writing'
import type { Attachment, TextRead } from '@/workflow/step/publication'
import { dayOf } from '../dates'
import { Facts, type Fact } from '../parts'
import { useTexts } from '../useTexts'

type Props = {
  /** With what its themes are called. */
  review: TextRead & { themeNames?: readonly string[] }
  library: Library
}

/** The text as readers will see it. `html` is rendered and escaped by the server, never sent by a client. */
export function ReaderText({ review, library }: Props) {
  const { texts, language } = useTexts()
  const { openToUnits, openToPublic, validFrom, validUntil } = review
  const contact = (review.contact ?? {}) as Record<string, string | null>
  // Pictures of the text stand in it.
  const files = review.attachments.filter(({ isInline }) => !isInline)
  const has = (name: string) => fields[library].some((field) => field.name === name)
  const validity = [
    validFrom ? fill(texts.validFrom, { day: dayOf(validFrom) }) : '',
    validUntil ? fill(texts.validUntil, { day: dayOf(validUntil) }) : '',
  ].filter(Boolean)
  const facts: Fact[] = [
    [texts.openToUnits, has('openToUnits') && (openToUnits ? texts.yes : texts.no)],
    [texts.openToPublic, has('openToPublic') && (openToPublic ? texts.yes : texts.no)],
    [texts.validity, has('validFrom') && (validity.join(' ') || texts.always)],
    [texts.basis, review.basis],
    [basedOnTexts[language].basedOn, review.basedOn],
    [texts.similarQuestions, review.similarQuestions.join('；')],
    [texts.keywords, review.keywords.join('、')],
    [themeTexts[language].themes, review.themeNames?.join('、')],
    [texts.attachments, files.length > 0 && <Files files={files} />],
    [texts.address, contact.address],
    [texts.phone, contact.phone],
    [texts.hours, contact.hours],
  ]
  return (
    <article className="zk-panel zk-text">
      <p className="zk-text__label">{texts.asReaders}</p>
      <h2>{review.title}</h2>
      {has('summary') && (
        <p className="zk-text__summary">
          <strong>{texts.summary}</strong> {review.summary || texts.empty}
        </p>
      )}
      <div className="zk-text__body" dangerouslySetInnerHTML={{ __html: review.html }} />
      <Facts className="zk-text__facts" facts={facts} />
    </article>
  )
}

function Files({ files }: { files: Attachment[] }) {
  return (
    <ul className="zk-files">
      {files.map(({ address = '', ...file }) => (
        <li key={address}>
          <FileLine file={file} address={address} />
        </li>
      ))}
    </ul>
  )
}

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
