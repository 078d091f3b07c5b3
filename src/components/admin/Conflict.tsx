'use client'

import { Button, toast } from '@payloadcms/ui'
import { Dialog } from './Dialog'
import { useTexts } from './useTexts'

export type Text = {
  startedFrom?: number
  title?: string | null
  summary?: string | null
  body?: unknown
  content?: string | null
  result?: string | null
}

type Props = { mine: Text; theirs: Text; onClose: () => void; onSave: () => void }

/** Both texts side by side after somebody else saved first. Nothing is lost; the person decides. */
export function Conflict({ mine, theirs, onClose, onSave }: Props) {
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
