import {
  BlocksFeature,
  BoldFeature,
  createServerFeature,
  EXPERIMENTAL_TableFeature,
  HeadingFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { Field, FieldAffectingData, Block } from 'payload'
import { channelWays, materialChoices, type Names } from './partFields'
import { parts, type Part } from './serviceItem'
import { webAddress } from './webAddress'

const drawn = '@/components/admin/text/features'

/** Toolbar, pasting and what else is ours around a text. */
const WritingFeature = createServerFeature({
  key: 'writing',
  feature: { ClientFeature: `${drawn}#WritingFeatureClient` },
})

/** 统一格式: headings, lists, tables, links, images and the blocks; no font, size or colour. */
export const editor = lexicalEditor({
  admin: {
    placeholder: {
      zh: '在此写正文；按“/”可插入标题、列表、表格和办事要素',
      en: 'Write here; “/” inserts headings, lists, tables and blocks',
    },
    // Blocks and lines are put in and moved by buttons that everybody can reach and read.
    hideAddBlockButton: true,
    hideDraggableBlockElement: true,
    hideInsertParagraphAtEnd: true,
    hideGutter: true,
  },
  features: () => [
    WritingFeature(),
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    // Without them the editor would take these marks off, and what they mean with them.
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    LinkFeature({ enabledCollections: [], fields: linkFields }),
    drawnBy(
      UploadFeature({ enabledCollections: ['media'], collections: { media: { fields: [alt] } } }),
      'PictureFeatureClient',
    ),
    drawnBy(EXPERIMENTAL_TableFeature(), 'TableFeatureClient'),
    drawnBy(BlocksFeature({ blocks: serviceItemBlocks }), 'PartFeatureClient'),
  ],
})

/** What a picture shows: asked for when it is put in, missed where it is not said (missingFields). */
const alt: Field = { name: 'alt', type: 'text', maxLength: 200 }

/** There is one kind of link, and whoever reads it chooses the window; where it leads nowhere, a sentence says so. */
function linkFields({ defaultFields }: { defaultFields: FieldAffectingData[] }) {
  return defaultFields.flatMap((field): FieldAffectingData[] => {
    if (field.name === 'linkType' || field.name === 'newTab') return []
    if (field.name !== 'url') return [field]
    return [
      {
        name: 'url',
        type: 'text',
        required: true,
        label: { zh: '网址', en: 'Address' },
        validate: (value: unknown, { req }: { req: { i18n: { language: string } } }) =>
          webAddress(value) !== null ||
          (req.i18n.language === 'en' ? notAnAddress.en : notAnAddress.zh),
      },
    ]
  })
}

const notAnAddress = {
  zh: '请写完整的网址（http:// 或 https:// 开头）、邮箱（mailto:）或电话（tel:）。',
  en: 'Write a whole address: http://, https://, mailto: or tel:.',
}

/** Payload's feature with its server side, drawn by us. */
function drawnBy<Provider extends ReturnType<typeof EXPERIMENTAL_TableFeature>>(
  provider: Provider | ReturnType<typeof UploadFeature> | ReturnType<typeof BlocksFeature>,
  name: string,
): Provider {
  const { feature } = provider as Provider
  const ClientFeature = `${drawn}#${name}`
  return {
    ...provider,
    feature:
      typeof feature === 'function'
        ? async (given: Parameters<typeof feature>[0]) => ({
            ...(await feature(given)),
            ClientFeature,
          })
        : { ...feature, ClientFeature },
  } as Provider
}

const text = (name: string): Field => ({ name, type: 'text' })
const choice = (name: string, options: Names): Field => ({
  name,
  type: 'select',
  options: Object.entries(options).map(([value, label]) => ({ value, label })),
})
const content: Field = {
  ...{ name: 'content', type: 'textarea', label: { zh: '内容', en: 'Content' } },
}

/** What a block stores beside its one text. Nothing is required: what is empty is a finding, not a refusal. */
const fieldsOf: Partial<Record<Part, Field[]>> = {
  materials: [
    {
      name: 'items',
      type: 'array',
      fields: [
        text('name'),
        { name: 'original', type: 'number', min: 0 },
        { name: 'copies', type: 'number', min: 0 },
        ...Object.entries(materialChoices).map(([name, options]) => choice(name, options)),
        text('note'),
      ],
    },
  ],
  timeLimit: [content, text('statutory')],
  channels: [
    { name: 'items', type: 'array', fields: [choice('way', channelWays), text('detail')] },
    content,
  ],
  free: [text('heading'), content],
}

/** May be empty while a text is written, and readers are shown nothing of it. */
const serviceItemBlocks: Block[] = parts.map(({ slug, label }) => ({
  slug,
  interfaceName: `ServiceItem${slug.charAt(0).toUpperCase()}${slug.slice(1)}`,
  labels: { singular: label, plural: label },
  admin: { disableBlockName: true },
  fields: fieldsOf[slug] ?? [content],
}))
