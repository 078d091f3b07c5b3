'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import { LinkWords, Handle, ParagraphAtEnd } from './plugins'
import { furtherParts, type parts, serviceItemParts } from '@/blocks/serviceItem'
import { editorTexts, type EditorTexts } from '@/i18n/writing'
import { choosePictures, insertPart, insertTable } from './atCaret'
import { PartNode } from './Part'
import { Paste } from './Paste'
import { PictureNode } from './Picture'
import { PartIcon, PictureIcon, TableIcon, Toolbar } from './Toolbar'
import { Tables } from './Tables'

/**
 * Our own client side of Payload's features: what they draw themselves speaks English in places, and asks for
 * colours, widths and the like that 统一格式 leaves out.
 */

type Labelled = { i18n: { language?: string } }
type Selected = { editor: LexicalEditor }

const languageOf = ({ i18n }: Labelled) => (i18n.language === 'en' ? 'en' : 'zh')
const say = (name: keyof EditorTexts) => (given: Labelled) => editorTexts[languageOf(given)][name]

export const WritingFeatureClient = createClientFeature({
  plugins: [
    { Component: Toolbar, position: 'aboveContainer' },
    { Component: Handle, position: 'normal' },
    { Component: Paste, position: 'normal' },
    { Component: LinkWords, position: 'normal' },
    { Component: ParagraphAtEnd, position: 'bottom' },
  ],
})

const inserted = (items: object[]) => ({
  groups: [{ key: 'basic', label: say('insert'), items }] as never,
})

export const PictureFeatureClient = createClientFeature({
  nodes: [PictureNode],
  slashMenu: inserted([
    {
      Icon: PictureIcon,
      key: 'picture',
      keywords: ['tupian', 'picture', 'image'],
      label: say('picture'),
      onSelect: ({ editor }: Selected) => choosePictures(editor),
    },
  ]),
})

export const TableFeatureClient = createClientFeature({
  nodes: [TableNode, TableCellNode, TableRowNode],
  plugins: [{ Component: Tables, position: 'normal' }],
  slashMenu: inserted([
    {
      Icon: TableIcon,
      key: 'table',
      keywords: ['biaoge', 'table'],
      label: say('table'),
      onSelect: ({ editor }: Selected) => insertTable(editor),
    },
  ]),
})

const partItems = (some: readonly (typeof parts)[number][]) =>
  some.map(({ slug, label }) => ({
    Icon: PartIcon,
    key: `part-${slug}`,
    keywords: [slug],
    label: (given: Labelled) => label[languageOf(given)],
    onSelect: ({ editor }: Selected) => insertPart(editor, slug),
  }))

export const PartFeatureClient = createClientFeature({
  nodes: [PartNode],
  slashMenu: {
    groups: [
      { key: 'parts', label: say('parts'), items: partItems(serviceItemParts) },
      { key: 'further', label: say('further'), items: partItems(furtherParts) },
    ] as never,
  },
})
