'use client'

import { Button, toast, useForm } from '@payloadcms/ui'
import { useState } from 'react'
import { at } from '@/base'
import { fill } from '@/i18n/adminTexts'
import { fieldNames } from '@/i18n/names'
import { writingTexts } from '@/i18n/writing'
import { forgetDraft } from '../drafts'
import { ask } from './ask'
import { Dialog } from './Dialog'
import { useWhose } from './entry/Draft'
import { useEntry } from './entry/EntryContext'
import { focusField } from './entry/MissingFields'
import { settled } from './settled'
import { useTexts } from './useTexts'

type Found = { mine: Text; theirs: Text }

/** What a refused save says stays until it is read; a save that is taken takes it away. */
const notSaved = 'not-saved'
export const staying = { id: notSaved, duration: Infinity, closeButton: true } as const

type Wrong = { path: string; message: string }

/** How often the form is looked at after a refusal, 10 ms apart. */
const looks = 30

/**
 * Saves the form. Payload's form forgets after a refusal that there is something to save; here it stays
 * marked, it is said why and at which field, and where somebody else saved meanwhile both texts are shown side
 * by side (`dialog`).
 */
export function useSave() {
  const entry = useEntry()
  const whose = useWhose()
  const { language } = useTexts()
  const texts = writingTexts[language]
  const { submit, setModified, getData, getFields, dispatchFields } = useForm()
  const [found, setFound] = useState<Found | null>(null)

  async function save(startedFrom?: number): Promise<boolean> {
    await settled(getData)
    const overrides = startedFrom === undefined ? {} : { startedFrom }
    const saved = await submit({ overrides })
    if (saved && 'res' in saved && saved.res.ok) {
      setFound(null)
      toast.dismiss(notSaved)
      if (whose) forgetDraft(whose)
      return true
    }
    setModified(true)
    await tellWhy(await wrongInForm())
    return false
  }

  async function tellWhy(wrong: Wrong[]) {
    const me = await ask<{ user: unknown }>('/api/users/me', { language })
    if (!me.ok && me.status === 0) return void toast.error(texts.unreachable, staying)
    if (!me.ok || !me.data.user) return void tellToSignIn()
    if (entry && (await compare(entry.library, entry.id))) return
    const [first] = wrong
    // What is wrong with no field of its own, Payload's form says itself.
    if (!first) return
    // An answer that was under way when the save was sent knows of no fault, and took the marks away.
    dispatchFields({ type: 'ADD_SERVER_ERRORS', errors: wrong })
    const { path, message } = first
    const field = fieldNames[path.split('.')[0] ?? '']?.[language] ?? path
    const why = fill(texts.fieldProblem, { field, message })
    toast.error(fill(texts.notSaved, { why }), staying)
    focusField(path)
  }

  /** As soon as React has rendered what the server, or the form itself, found; empty where it is nothing of a field. */
  async function wrongInForm(): Promise<Wrong[]> {
    for (let look = 0; look < looks; look += 1) {
      const wrong = Object.entries(getFields())
        .filter(([, { valid }]) => valid === false)
        .map(([path, { errorMessage = '' }]) => ({ path, message: errorMessage }))
      if (wrong.length > 0) return wrong
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    return []
  }

  function tellToSignIn() {
    const onClick = () => window.open(at('/login?to=/admin'), '_blank')
    toast.error(texts.signInAgain, { ...staying, action: { label: texts.signIn, onClick } })
  }

  async function compare(library: string, id: string): Promise<boolean> {
    const mine = getData() as Text
    const latest = await ask<Text>(`/api/${library}/${id}?depth=0`, { language })
    const isOther = latest.ok && latest.data.startedFrom !== mine.startedFrom
    if (isOther) setFound({ mine, theirs: latest.data })
    return isOther
  }

  const dialog = found && (
    <Conflict
      mine={found.mine}
      theirs={found.theirs}
      onClose={() => setFound(null)}
      onSave={() => void save(found.theirs.startedFrom)}
    />
  )
  return { save, dialog }
}

type Text = {
  startedFrom?: number
  title?: string | null
  summary?: string | null
  body?: unknown
  content?: string | null
  result?: string | null
}

type Props = { mine: Text; theirs: Text; onClose: () => void; onSave: () => void }

/** Both texts side by side after somebody else saved first. Nothing is lost; the person decides. */
function Conflict({ mine, theirs, onClose, onSave }: Props) {
  const { texts } = useTexts()
  const compared = shownFields.filter((field) => field in theirs)
  const rows = compared.map((field) => ({
    field,
    mine: wordsOf(mine, field),
    theirs: wordsOf(theirs, field),
  }))
  const copy = () =>
    navigator.clipboard
      .writeText(rows.map((row) => `${texts[row.field]}\n${row.mine}`).join('\n\n'))
      .then(() => toast.success(texts.copied))
      .catch(() => toast.error(texts.copyFailed))
  return (
    <Dialog title={texts.conflictTitle} onClose={onClose} isWide>
      <p>{texts.conflictText}</p>
      <div className="zk-compare">
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{texts.mine}</th>
              <th scope="col">{texts.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.field} className={row.mine === row.theirs ? '' : 'zk-compare__changed'}>
                <th scope="row">{texts[row.field]}</th>
                <td>{row.mine || texts.empty}</td>
                <td>{row.theirs || texts.empty}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="zk-buttons">
        <a className="zk-link" href={window.location.href} target="_blank" rel="noreferrer">
          {texts.openLatest}
        </a>
        <Button buttonStyle="secondary" margin={false} onClick={() => void copy()}>
          {texts.copyMine}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onSave}>
          {texts.saveMine}
        </Button>
        <Button buttonStyle="primary" margin={false} onClick={onClose}>
          {texts.keepEditing}
        </Button>
      </div>
    </Dialog>
  )
}

const shownFields = ['title', 'summary', 'body', 'content', 'result'] as const

const wordsOf = (text: Text, field: (typeof shownFields)[number]) =>
  field === 'body' ? plainOf(text.body) : (text[field] ?? '')

type Node = { type?: string; text?: string; children?: Node[]; fields?: Record<string, unknown> }

/** The words of a working text, a line for each paragraph, to read and to copy. */
function plainOf(body: unknown): string {
  const root = (body as { root?: Node } | null)?.root
  return root ? linesOf(root).join('\n') : ''
}

function linesOf(node: Node): string[] {
  return (node.children ?? []).flatMap((child) => {
    if (child.type === 'block') return [wordsOfBlock(child.fields ?? {})]
    const isInner = child.children?.some(({ children }) => children !== undefined)
    return isInner && child.type !== 'paragraph' ? linesOf(child) : [wordsIn(child)]
  })
}

const wordsIn = (node: Node): string => node.text ?? (node.children ?? []).map(wordsIn).join('')

function wordsOfBlock({ content, items }: Record<string, unknown>): string {
  if (typeof content === 'string') return content
  const names = Array.isArray(items) ? (items as { name?: string }[]) : []
  return names.map(({ name }) => name ?? '').join('；')
}
