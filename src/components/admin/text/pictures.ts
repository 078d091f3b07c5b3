'use client'

import {
  $createParagraphNode,
  $getNodeByKey,
  $getPreviousSelection,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { toast } from '@payloadcms/ui'
import { adminTexts, fill } from '@/i18n/adminTexts'
import { editorTexts } from '@/i18n/writing'
import type { Language } from '@/i18n/language'
import { sendFile, knowFile } from '../files'
import { waitFor } from '../settled'
import { pictureNode, PictureNode } from './Picture'

/** Puts chosen, pasted or dropped pictures where the caret is, and sends each; what is refused is told and leaves no trace. */
export function insertPictures(
  editor: LexicalEditor,
  files: readonly File[],
  language: Language,
): void {
  const words = editorTexts[language]
  let before = ''
  for (const file of files) {
    if (!file.type.startsWith('image/')) {
      tell(fill(words.onlyPictures, { name: file.name }))
      continue
    }
    let key = ''
    editor.update(
      () => {
        const node = pictureNode({ pending: { formID: '', src: URL.createObjectURL(file) } })
        const last = $getNodeByKey(before)
        if (last) last.insertAfter(node)
        else insertBlock(node)
        key = node.getKey()
      },
      { discrete: true },
    )
    before = key
    sendPicture(editor, { key, file, language })
  }
}

type Sending = { key: string; file: File | Promise<File>; language: Language }

/** Sends the file of a picture that stands in the text already. */
export function sendPicture(editor: LexicalEditor, picture: Sending): void {
  waitFor(send(editor, picture))
}

async function send(editor: LexicalEditor, { key, file: given, language }: Sending): Promise<void> {
  const words = editorTexts[language]
  // Fetched from our own site it may be gone meanwhile.
  const file = await Promise.resolve(given).catch(() => new File([], words.pastedPicture))
  const sent = await sendFile(file, language)
  if (sent.ok) knowFile(sent.data)
  else {
    const why = sent.detail || adminTexts[language].failed
    tell(fill(words.refusedFile, { name: file.name, why }))
  }
  editor.update(
    () => {
      const node = $getNodeByKey(key)
      if (!(node instanceof PictureNode)) return
      if (sent.ok) node.change({ value: sent.data.id, pending: undefined })
      else if (node.getParent()?.getChildrenSize() === 1) node.replace($createParagraphNode())
      else node.remove()
    },
    { discrete: true, tag: 'history-merge' },
  )
}

/** Stays until somebody has read it. */
const tell = (sentence: string) => toast.error(sentence, { duration: Infinity, closeButton: true })

/**
 * Puts a block where the caret is, never into a line: what is written there stays one, whatever becomes of the
 * block. An empty line gives way to it.
 */
export function insertBlock(node: LexicalNode): void {
  const selection = $getSelection() ?? $getPreviousSelection()
  const caret = $isRangeSelection(selection) ? selection.focus : null
  const at = caret && $getNodeByKey(caret.key)
  if (!at) {
    $getRoot().append(node)
    return
  }
  const line = lineOf(at)
  const isAtStart = caret.offset === 0 && (at.is(line) || at.is(line.getFirstDescendant()))
  if ($isRootOrShadowRoot(line)) line.append(node)
  else if ($isParagraphNode(line) && line.isEmpty()) line.replace(node)
  else if (isAtStart) line.insertBefore(node)
  else line.insertAfter(node)
}

/** The block of the page or of a cell that a node stands in. */
function lineOf(node: LexicalNode): ElementNode {
  const parent = node.getParent()
  return !parent || $isRootOrShadowRoot(node) || $isRootOrShadowRoot(parent)
    ? (node as ElementNode)
    : lineOf(parent)
}
