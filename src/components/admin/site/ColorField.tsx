'use client'

import { useId } from 'react'
import { contrast, isLegibleColor } from '@/access/palette'
import { siteNames, siteRefusals } from '@/i18n/site'
import { siteViewTexts } from '@/i18n/siteView'
import { useTexts } from '../useTexts'

type Props = { value: string; onChange: (value: string) => void }

const usual = '#12426b'

/** The colour of the site, told at once where white letters are not legible on it. */
export function ColorField({ value, onChange }: Props) {
  const { language } = useTexts()
  const texts = siteViewTexts[language]
  const id = useId()
  const isLegible = value === '' || isLegibleColor(value)
  const isColor = /^#[0-9a-f]{6}$/i.test(value)
  return (
    <div className="zk-field">
      <label htmlFor={id}>{siteNames.color[language]}</label>
      <span className="zk-site__color">
        <input
          type="color"
          aria-label={texts.colorPick}
          value={isColor ? value : usual}
          onChange={({ target }) => onChange(target.value)}
        />
        <input
          id={id}
          name="color"
          value={value}
          maxLength={7}
          placeholder={usual}
          aria-invalid={!isLegible}
          aria-describedby={`${id}-about`}
          onChange={({ target }) => onChange(target.value.trim())}
        />
        {isColor && (
          <span className="zk-site__sample" style={{ background: isLegible ? value : undefined }}>
            {isLegible && `${texts.sample} · `}
            {texts.contrast(contrast(value, '#ffffff').toFixed(1))}
          </span>
        )}
        {value !== '' && (
          <button type="button" className="zk-link" onClick={() => onChange('')}>
            {texts.colorClear}
          </button>
        )}
      </span>
      <small id={`${id}-about`} className={isLegible ? 'zk-soft' : 'zk-error'}>
        {isLegible ? texts.colorHint : siteRefusals[language].color}
      </small>
    </div>
  )
}
