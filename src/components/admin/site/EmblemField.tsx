'use client'

import { useId } from 'react'
import { emblemLimits } from '@/access/site'
import { siteNames, siteRefusals } from '@/i18n/site'
import { siteViewTexts } from '@/i18n/siteView'
import { useTexts } from '../useTexts'

type Props = {
  value: string
  onChange: (value: string) => void
  onProblem: (problem: string) => void
}

/** The emblem: a picture is read here, and judged by the server from what it contains. */
export function EmblemField({ value, onChange, onProblem }: Props) {
  const { language } = useTexts()
  const texts = siteViewTexts[language]
  const id = useId()

  async function choose(file: File | undefined) {
    if (!file) return
    if (file.size > emblemLimits.bytes) return onProblem(siteRefusals[language].emblemSize)
    onProblem('')
    onChange(await base64Of(file))
  }
  return (
    <div className="zk-field">
      <span>{siteNames.emblem[language]}</span>
      <span className="zk-site__emblem">
        {value === '' ? (
          <span className="zk-soft">{texts.emblemNone}</span>
        ) : (
          <img src={`data:;base64,${value}`} alt={texts.emblemAlt} width="64" height="64" />
        )}
        <input
          id={id}
          type="file"
          className="zk-site__file"
          accept="image/png,image/webp"
          aria-describedby={`${id}-about`}
          aria-label={`${siteNames.emblem[language]} · ${texts.emblemChoose}`}
          onChange={({ target }) => void choose(target.files?.[0])}
        />
        <label htmlFor={id} className="zk-button">
          {texts.emblemChoose}
        </label>
        {value !== '' && (
          <button type="button" className="zk-link" onClick={() => onChange('')}>
            {texts.emblemClear}
          </button>
        )}
      </span>
      <small id={`${id}-about`} className="zk-soft">
        {texts.emblemHint}
      </small>
    </div>
  )
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(new Error('The picture could not be read.'))
    reader.readAsDataURL(file)
  })
}
