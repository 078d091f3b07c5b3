import {
  BlocksFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import { serviceItemBlocks } from './serviceItem'

/** 统一格式: headings, lists, tables, links, images and the blocks; no font, size or colour. */
export const editor = lexicalEditor({
  admin: {
    placeholder: {
      zh: '在此写正文；按“/”可插入标题、列表、表格和办事要素',
      en: 'Write here; “/” inserts headings, lists, tables and blocks',
    },
  },
  features: () => [
    FixedToolbarFeature(),
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
    BoldFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    LinkFeature({ enabledCollections: [] }),
    UploadFeature({ enabledCollections: ['media'], collections: { media: { fields: [] } } }),
    EXPERIMENTAL_TableFeature(),
    BlocksFeature({ blocks: serviceItemBlocks }),
  ],
})
