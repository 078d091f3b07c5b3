'use client'

import { BlockNode } from '@payloadcms/richtext-lexical/client'
import type { ReactNode } from 'react'
import { Part } from './Part'

export type PartFields = Record<string, unknown> & { id: string; blockType: string }

/**
 * A block of a service item. Payload 3.90 draws a form of its own for each, which asks the server after every
 * key and gives the fields of all blocks the same ids; here the fields are part of the page.
 */
export class PartNode extends BlockNode {
  static getType(): string {
    return 'block'
  }

  static clone(node: PartNode): PartNode {
    return new PartNode({ fields: node.__fields, format: node.__format, key: node.__key })
  }

  static importJSON(stored: never): PartNode {
    return partNode((stored as { fields: PartFields }).fields)
  }

  decorate(): never {
    const part: ReactNode = <Part fields={this.getFields()} nodeKey={this.getKey()} />
    return part as never
  }

  getTextContent(): string {
    return ''
  }
}

export const partNode = (fields: Partial<PartFields> & { blockType: string }): PartNode =>
  new PartNode({
    fields: { blockName: '', ...fields, id: fields.id || crypto.randomUUID() },
  })
