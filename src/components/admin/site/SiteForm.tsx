'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { sitePages, siteTexts, type SiteContent, type SitePage, type SiteText } from '@/access/site'
import { siteNames } from '@/i18n/site'
import { pageText, siteWords } from '@/i18n/sitePages'
import { siteViewTexts } from '@/i18n/siteView'
import { ask } from '../ask'
import { useTexts } from '../useTexts'
import { ColorField } from './ColorField'
import { EmblemField } from './EmblemField'

type Props = { content: SiteContent; startedFrom: string | null }

const groups = {
  name: ['name', 'longName', 'nameEn', 'longNameEn'],
  home: ['heading', 'lead', 'headingEn', 'leadEn'],
  footer: [
    ...(['note', 'noteEn', 'hostedBy', 'operatedBy', 'contact'] as const),
    ...(['siteCode', 'icp', 'police'] as const),
  ],
} as const satisfies Record<string, readonly SiteText[]>

/** All texts and looks of the site; what is left empty is as every site has it. */
export function SiteForm({ content: begun, startedFrom }: Props) {
  const { texts: common, language } = useTexts()
  const texts = siteViewTexts[language]
  const router = useRouter()
  const [content, setContent] = useState(begun)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const set = (key: keyof SiteContent) => (value: string) =>
    setContent((now) => ({ ...now, [key]: value }))
  const isChanged = JSON.stringify(content) !== JSON.stringify(begun)

  async function save(event: FormEvent) {
    event.preventDefault()
    setIsBusy(true)
    setProblem('')
    const outcome = await ask('/api/siteVersions/save', {
      ...{ method: 'POST', body: { content, startedFrom }, language },
    })
    setIsBusy(false)
    if (!outcome.ok) return setProblem(outcome.detail || common.failed)
    toast.success(texts.saved)
    router.refresh()
  }
  const line = (key: SiteText) => (
    <TextLine key={key} name={key} value={content[key]} onChange={set(key)} />
  )
  return (
    <form className="zk-site__form" onSubmit={(event) => void save(event)}>
      <fieldset>
        <legend>{texts.groups.name}</legend>
        {groups.name.map(line)}
        <EmblemField value={content.emblem} onChange={set('emblem')} onProblem={setProblem} />
        <ColorField value={content.color} onChange={set('color')} />
      </fieldset>
      <fieldset>
        <legend>{texts.groups.home}</legend>
        {groups.home.map(line)}
      </fieldset>
      <fieldset>
        <legend>{texts.groups.footer}</legend>
        {groups.footer.map(line)}
      </fieldset>
      <fieldset>
        <legend>{texts.groups.pages}</legend>
        <p className="zk-soft">{texts.pageHint}</p>
        {sitePages.map((page) => (
          <PageOfText key={page} page={page} value={content[page]} onChange={set(page)} />
        ))}
      </fieldset>
      <p className="zk-error" role="alert">
        {problem}
      </p>
      <div className="zk-buttons">
        {isChanged && <span className="zk-soft">{texts.unsaved}</span>}
        <Button type="submit" margin={false} disabled={isBusy}>
          {texts.save}
        </Button>
      </div>
    </form>
  )
}

type FieldProps = { value: string; onChange: (value: string) => void }

/** What stands where a line is left empty: the usual words, or nothing. */
function usualOf(name: SiteText): string {
  const empty = { nameEn: '', longNameEn: '', headingEn: '', leadEn: '', noteEn: '' }
  const none = { name: '', longName: '', heading: '', lead: '', note: '', ...empty } as SiteContent
  const [zh, en] = [siteWords(none, 'zh'), siteWords(none, 'en')]
  const usual: Partial<Record<SiteText, string>> = {
    ...zh,
    ...{ nameEn: en.name, longNameEn: en.longName, headingEn: en.heading },
    ...{ leadEn: en.lead, noteEn: en.note },
  }
  return usual[name] ?? ''
}

function TextLine({ name, value, onChange }: FieldProps & { name: SiteText }) {
  const { language } = useTexts()
  const id = useId()
  const usual = usualOf(name)
  return (
    <label className="zk-field" htmlFor={id}>
      {siteNames[name][language]}
      <input
        id={id}
        name={name}
        value={value}
        maxLength={siteTexts[name]}
        lang={name.endsWith('En') ? 'en' : 'zh-CN'}
        aria-describedby={usual ? `${id}-usual` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {usual && (
        <small id={`${id}-usual`} className="zk-soft">
          {siteViewTexts[language].usual}
          {usual}
        </small>
      )}
    </label>
  )
}

function PageOfText({ page, value, onChange }: FieldProps & { page: SitePage }) {
  const { language } = useTexts()
  const texts = siteViewTexts[language]
  const id = useId()
  const usual = pageText({ about: '', privacy: '', accessibility: '' } as SiteContent, page, 'zh')
  return (
    <div className="zk-field">
      <label htmlFor={id}>{siteNames[page][language]}</label>
      <textarea
        id={id}
        name={page}
        rows={value === '' ? 4 : 14}
        lang="zh-CN"
        value={value}
        maxLength={siteTexts[page]}
        onChange={({ target }) => onChange(target.value)}
      />
      {value === '' && (
        <button type="button" className="zk-link" onClick={() => onChange(usual.text)}>
          {texts.takeUsual}
        </button>
      )}
    </div>
  )
}
