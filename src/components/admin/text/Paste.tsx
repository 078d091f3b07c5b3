'use client'

import {
  $createRangeSelection,
  $getPreviousSelection,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  DROP_COMMAND,
  PASTE_COMMAND,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { $generateNodesFromDOM } from '@payloadcms/richtext-lexical/lexical/html'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { toast } from '@payloadcms/ui'
import { useEffect } from 'react'
import { lostPicture } from '@/blocks/unify'
import { fill } from '@/i18n/adminTexts'
import { editorTexts } from '@/i18n/writing'
import type { Language } from '@/i18n/language'
import { PictureNode } from './Picture'
import { insertPictures, sendPicture } from './pictures'
import { tidyPasted } from './tidyPasted'
import { useEditorTexts } from './useEditorTexts'

/** What is pasted or dropped: a page in the one format, pictures as pictures. */
export function Paste() {
  const [editor] = useLexicalComposerContext()
  const { language } = useEditorTexts()
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            const data = 'clipboardData' in event ? event.clipboardData : null
            if (!data || isInField(event.target)) return false
            // Copied here: the editor’s own form, with everything in it.
            if (data.types.includes('application/x-lexical-editor')) return false
            const html = data.getData('text/html')
            if (html) return pastePage(editor, { event, html, language })
            return pasteFiles(editor, { event, files: [...data.files], language })
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DROP_COMMAND,
          (event) => {
            const files = [...(event.dataTransfer?.files ?? [])]
            if (files.length > 0) placeCaret(event)
            return pasteFiles(editor, { event, files, language })
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor, language],
  )
  return null
}

type Files = { event: Event; files: File[]; language: Language }

function pasteFiles(editor: LexicalEditor, { event, files, language }: Files): boolean {
  if (files.length === 0) return false
  event.preventDefault()
  const { pastedPicture } = editorTexts[language]
  const named = files.map((file) =>
    // A picture of the screen has no name of its own.
    /^image\.\w+$/.test(file.name) ? renamed(file, pastedPicture) : file,
  )
  // After the update this command runs in.
  setTimeout(() => insertPictures(editor, named, language))
  return true
}

const renamed = (file: File, name: string) =>
  new File([file], `${name}.${file.name.split('.').at(-1)}`, { type: file.type })

type Page = { event: Event; html: string; language: Language }

function pastePage(editor: LexicalEditor, { event, html, language }: Page): boolean {
  const selection = $getSelection() ?? $getPreviousSelection()
  if (!selection) return false
  event.preventDefault()
  const words = editorTexts[language]
  const page = new DOMParser().parseFromString(html, 'text/html')
  const lost = tidyPasted(page, {
    lostPicture: (name) => (name ? fill(words.lostPicture, { name }) : lostPicture),
    origin: window.location.origin,
  })
  const nodes = $generateNodesFromDOM(editor, page)
  if (!editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection })) {
    $setSelection(selection.clone())
    $insertNodes(nodes)
  }
  const pictures = nodes.flatMap((node) => [...picturesIn(node)])
  const files = pictures.map((node) => ({
    key: node.getKey(),
    source: node.picture().pending?.src ?? '',
  }))
  setTimeout(() => {
    for (const { key, source } of files) {
      sendPicture(editor, { key, file: fileOf(source, words.pastedPicture), language })
    }
  })
  if (lost > 0) toast.info(fill(words.lostPictures, { n: lost }), { duration: 10_000 })
  return true
}

function* picturesIn(node: LexicalNode): Generator<PictureNode> {
  if (node instanceof PictureNode) yield node
  if ($isElementNode(node)) for (const child of node.getChildren()) yield* picturesIn(child)
}

/** The file of a picture that came along: in its address (data:image/png;base64,…), or fetched from our own site. */
async function fileOf(address: string, name: string): Promise<File> {
  const [, given, bytes] = /^data:(image\/[\w+.-]+);base64,(.*)$/is.exec(address) ?? []
  const content = bytes === undefined ? await (await fetch(address)).blob() : bytesOf(bytes)
  const type = given ?? (content as Blob).type
  return new File([content], `${name}.${type.split('/')[1]}`, { type })
}

const bytesOf = (base64: string) =>
  Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0))

/** Where the pointer let go, and not where the caret was before. */
function placeCaret({ clientX, clientY }: DragEvent): void {
  const range = document.caretRangeFromPoint?.(clientX, clientY)
  if (!range) return
  const selection = $createRangeSelection()
  selection.applyDOMRange(range)
  $setSelection(selection)
}

const isInField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null
