import type {
  Field,
  RelationshipField,
  RichTextField,
  TextareaField,
  TextField,
  Where,
  CheckboxField,
} from 'payload'
import { actorOf } from '@/access/actor'
import { longestSummary } from '@/access/rules'
import { editor } from '@/blocks/editor'

/**
 * A switch without preset: yes, no or not chosen yet (null). Payload's own checkbox cannot show the
 * third state, so the admin draws two radio buttons.
 */
const choice = (
  name: string,
  label: { zh: string; en: string },
  description: { zh: string; en: string },
): CheckboxField => ({
  name,
  type: 'checkbox',
  label,
  admin: {
    description,
    components: {
      Field: '@/components/admin/fields#ChoiceField',
    },
  },
})

type Words = { zh: string; en: string }

const shown = '@/components/admin/entry'

/** Under a field: what stands out in it while it is written, and what was remarked on it. */
export const hintsOn = (path: string) => ({
  path: `${shown}/FieldHints#FieldHints`,
  clientProps: { path },
})

/** Fields that several libraries have, in the procedure's words. */

export const title = (description: { zh: string; en: string }): TextField => ({
  name: 'title',
  type: 'text',
  required: true,
  maxLength: 200,
  label: { zh: '标题', en: 'Title' },
  admin: { description, components: { afterInput: [hintsOn('title')] } },
})

/** As `title`, with what asks nearly the same shown under it while it is typed. */
export const questionTitle = (description: { zh: string; en: string }): TextField => ({
  ...title(description),
  admin: {
    description,
    components: {
      afterInput: [hintsOn('title'), '@/components/admin/SimilarEntries#SimilarEntries'],
    },
  },
})

export const asQuestion = {
  zh: '写成市民会问的一个问题',
  en: 'One question, as a citizen would ask it',
}

export const summary: TextareaField = {
  name: 'summary',
  type: 'textarea',
  maxLength: longestSummary,
  label: { zh: '概要/答复口径', en: 'Summary' },
  admin: {
    description: {
      zh: '不超过200字，话务员可直接读给来电人听',
      en: 'At most 200 characters, to be read aloud to the caller',
    },
    components: {
      afterInput: [
        { path: `${shown}/FieldHints#SummaryCount`, clientProps: { path: 'summary' } },
        hintsOn('summary'),
      ],
    },
  },
}

export const openToUnits = choice(
  'openToUnits',
  { zh: '设置公开', en: 'Open to units' },
  { zh: '其他单位能否看到', en: 'May other units see it?' },
)

export const openToPublic = choice(
  'openToPublic',
  { zh: '网站公开', en: 'Open to the public' },
  {
    zh: '市民能否在网站看到（选“公开”即同时对各单位公开）',
    en: 'May citizens see it? Implies open to units.',
  },
)

export const body: RichTextField = {
  name: 'body',
  type: 'richText',
  editor,
  label: { zh: '正文', en: 'Text' },
  admin: {
    description: {
      zh: '统一格式：粘贴的文字保留标题、列表、表格、链接和图片，字体字号自动统一',
      en: 'One format: pasted text keeps headings, lists, tables, links and images',
    },
    components: {
      afterInput: [
        `${shown}/FieldHints#MarginNotes`,
        { path: `${shown}/FieldHints#TextHints`, clientProps: { path: 'body' } },
      ],
    },
  },
}

export const attachments: Field = {
  name: 'attachments',
  type: 'upload',
  relationTo: 'media',
  hasMany: true,
  label: { zh: '附件', en: 'Attachments' },
  admin: {
    description: {
      zh: '图片、PDF 或 Office 文件，读者可以打开',
      en: 'Images, PDF or Office files, for readers to open',
    },
    components: { Field: `${shown}/Attachments#Attachments` },
  },
}

/** What the forms offer; that it is allowed is enforced where the register moves. */
export const unit: RelationshipField = {
  name: 'unit',
  type: 'relationship',
  relationTo: 'nodes',
  index: true,
  label: { zh: '单位', en: 'Unit' },
  // Editors write for their own unit; a case belongs to whichever handled it.
  defaultValue: ({ user }) => {
    const actor = actorOf(user)
    return actor?.roles.includes('editor') ? actor.unit : undefined
  },
  filterOptions: ({ user }) => unitsFor(user),
  admin: {
    allowCreate: false,
    allowEdit: false,
  },
}

/** 县级热点: a township’s entry that its county shows among its own hotspots; yes or nothing. */
export const forCounty: CheckboxField = {
  name: 'forCounty',
  type: 'checkbox',
  label: { zh: '县级热点', en: 'For the county’s front list' },
  admin: {
    description: {
      zh: '推荐到县级热点：审批通过后，列在所属县（市、区）页面的最前面',
      en: 'Once approved it stands first on the page of its county',
    },
    components: { Field: `${shown}/ForCounty#ForCounty` },
  },
}

/** 会同校核: each named unit's approver agrees or objects before the owner's approver decides. */
export const coUnits: RelationshipField = {
  name: 'coUnits',
  type: 'relationship',
  relationTo: 'nodes',
  hasMany: true,
  label: { zh: '会同单位', en: 'Units to agree' },
  filterOptions: { kind: { not_equals: 'category' } },
  admin: {
    allowCreate: false,
    allowEdit: false,
    description: {
      zh: '内容涉及其他单位时填写：须经其分管领导会同校核',
      en: 'Units it touches: their approvers are asked to agree',
    },
  },
}

function unitsFor(user: unknown): Where {
  const actor = actorOf(user)
  const isUnit = { kind: { not_equals: 'category' } }
  if (!actor || actor.roles.includes('centre')) return isUnit
  return { ...isUnit, id: { equals: actor.unit } }
}

/** Several short texts, each ended by Enter. */
export const words = (name: string, label: Words, placeholder: Words): TextField => ({
  name,
  type: 'text',
  hasMany: true,
  label,
  admin: {
    placeholder,
    components: { afterInput: [hintsOn(name)] },
  },
})
