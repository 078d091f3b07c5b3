'use client'

import { type FormEvent, useId, useState } from 'react'
import { categoryKeys } from '@/access/rules'
import { type FollowChoice, followChoices } from '@/access/telling'
import { categoryName } from '@/components/entryWords'
import { indented, type UnitChoice } from '@/components/unitChoices'
import { followingTexts } from '@/i18n/following'
import type { Language } from '@/i18n/language'
import type { Following } from '@/workflow/telling/following'
import { saveFollowing } from './saveFollowing'

type Props = {
  language: Language
  /** All units of the tree. */
  choices: readonly UnitChoice[]
  following: Following
  email: string
}

/** Units, categories, how often, where to; sent together. */
export function FollowingForm({ language, choices, following, email }: Props) {
  const texts = followingTexts[language]
  const [units, setUnits] = useState(following.units)
  const [said, setSaid] = useState({ isRefusal: false, text: '' })
  const id = useId()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const refusal = await saveFollowing(language, {
      units,
      categories: categoryKeys.filter((key) => form.getAll('category').includes(key)),
      every: form.get('every') as FollowChoice,
      email: String(form.get('email')),
    })
    setSaid({ isRefusal: refusal !== null, text: refusal ?? texts.saved })
  }
  return (
    <form className="following" onSubmit={(event) => void submit(event)}>
      <UnitsFollowed {...{ language, choices, units }} onChange={setUnits} />
      <fieldset>
        <legend>{texts.categories}</legend>
        {categoryKeys.map((key) => (
          <label key={key}>
            <input
              type="checkbox"
              name="category"
              value={key}
              defaultChecked={following.categories.includes(key)}
            />{' '}
            {categoryName({ key }, language)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.every}</legend>
        {followChoices.map((every) => (
          <label key={every}>
            <input
              type="radio"
              name="every"
              value={every}
              defaultChecked={every === (following.every ?? 'daily')}
            />{' '}
            {texts.choices[every]}
          </label>
        ))}
      </fieldset>
      <p>
        <label htmlFor={`${id}-email`}>{texts.email}</label>
        <input
          id={`${id}-email`}
          name="email"
          type="email"
          autoComplete="email"
          aria-describedby={`${id}-hint`}
          defaultValue={email}
        />
        <small id={`${id}-hint`}>{texts.emailHint}</small>
      </p>
      <button type="submit" className="button">
        {texts.save}
      </button>
      <p role={said.isRefusal ? 'alert' : 'status'} className={said.isRefusal ? 'warning' : ''}>
        {said.text}
      </p>
    </form>
  )
}

type UnitsProps = Pick<Props, 'language' | 'choices'> & {
  units: readonly string[]
  onChange: (units: string[]) => void
}

/** What is followed, each with a button that ends it, and all others to choose. */
function UnitsFollowed({ language, choices, units, onChange }: UnitsProps) {
  const texts = followingTexts[language]
  const id = useId()
  const followed = choices.filter(({ value }) => units.includes(value))
  return (
    <fieldset>
      <legend>{texts.units}</legend>
      <ul className="following-units">
        {followed.map(({ value, name }) => (
          <li key={value}>
            <span lang="zh-CN">{name}</span>
            <button
              type="button"
              className="plain"
              aria-label={texts.remove(name)}
              onClick={() => onChange(units.filter((unit) => unit !== value))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <label className="hidden" htmlFor={id}>
        {texts.addUnit}
      </label>
      <select id={id} value="" onChange={({ target }) => onChange([...units, target.value])}>
        <option value="">{texts.addUnit}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={units.includes(choice.value)}>
            {indented(choice)}
          </option>
        ))}
      </select>
    </fieldset>
  )
}
