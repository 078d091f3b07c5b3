'use client'

import { $createTableNodeWithDimensions } from '@lexical/table'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import type { Part } from '@/blocks/serviceItem'
import type { Language } from '@/i18n/language'
import { partNode } from './Part'
import { insertBlock, insertPictures } from './pictures'

/** A table to begin with: rows and columns are added in it. */
const size = { rows: 3, columns: 3 }

/** With a first row that says what stands below. */
export function insertTable(editor: LexicalEditor): void {
  editor.update(() => {
    const table = $createTableNodeWithDimensions(size.rows, size.columns, {
      rows: true,
      columns: false,
    })
    insertBlock(table)
    table.getFirstDescendant()?.selectStart()
  })
}

export function insertPart(editor: LexicalEditor, blockType: Part): void {
  editor.update(() => {
    const lists = blockType === 'materials' || blockType === 'channels'
    const node = partNode({ blockType, ...(lists ? { items: [{ id: crypto.randomUUID() }] } : {}) })
    insertBlock(node)
    const key = node.getKey()
    setTimeout(() => {
      const fields = editor
        .getElementByKey(key)
        ?.querySelectorAll<HTMLElement>('input, textarea, select')
      fields?.[0]?.focus()
    })
  })
}

/** Asks for pictures of this computer and puts them where the caret was. */
export function choosePictures(editor: LexicalEditor): void {
  const input = document.createElement('input')
  Object.assign(input, { type: 'file', accept: 'image/*', multiple: true })
  const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh'
  input.addEventListener('change', () => insertPictures(editor, [...(input.files ?? [])], language))
  input.click()
}
