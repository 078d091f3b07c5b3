import type { LexicalNode, LexicalText } from '@/blocks/lexical'

const base = { version: 1, direction: 'ltr', format: '', indent: 0 }

export const textOf = (...children: unknown[]): LexicalText => ({
  root: { ...base, type: 'root', children: children as LexicalNode[] },
})
export const words = (text: string, more: object = {}): LexicalNode => ({
  type: 'text',
  version: 1,
  text,
  format: 0,
  detail: 0,
  mode: 'normal',
  style: '',
  ...more,
})
export const node = (type: string, children: unknown[] = [], more: object = {}): LexicalNode => ({
  ...base,
  type,
  children: children as LexicalNode[],
  ...more,
})
export const paragraph = (...children: unknown[]) => node('paragraph', children)
export const link = (url: string, more: object = {}) =>
  node('link', [words('链接')], { fields: { url, linkType: 'custom', newTab: false, ...more } })
export const block = (blockType: string, fields: object): LexicalNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: 'b', blockName: '', blockType, ...fields },
})
