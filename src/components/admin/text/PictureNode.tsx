'use client'

import { UploadNode } from '@payloadcms/richtext-lexical/client'
import type { ReactNode } from 'react'
import { Picture } from './Picture'
import { comesAlong } from './tidyPasted'

/** A picture of a text: the id of its stored file with its words, or (`pending`) one on its way there. */
export type PictureData = {
  id: string
  relationTo: 'media'
  value?: string
  fields: { alt?: string }
  pending?: { formID: string; src: string }
}

/**
 * Payload 3.90 shows a picture as a card with its stored name and asks nothing; here it is the picture itself,
 * with its words below. Stored as Payload stores it.
 */
export class PictureNode extends UploadNode {
  static getType(): string {
    return 'upload'
  }

  static clone(node: PictureNode): PictureNode {
    return new PictureNode({ data: node.__data, format: node.__format, key: node.__key })
  }

  /** Of a pasted page only what brought its bytes along, after tidyPasted had looked at it. */
  static importDOM(): never {
    const conversion = ({ src, alt }: HTMLImageElement) => ({
      node: pictureNode({ fields: alt ? { alt } : {}, pending: { formID: '', src } }),
    })
    const img = ({ src }: HTMLImageElement) =>
      comesAlong(src, window.location.origin) ? { conversion, priority: 4 } : null
    return { img } as never
  }

  static importJSON(stored: never): PictureNode {
    const { id, value, fields, pending } = stored as PictureData & { value?: unknown }
    const media = typeof value === 'object' && value ? (value as { id: string }).id : value
    return pictureNode({ id, value: media, fields, ...(media ? {} : { pending }) })
  }

  decorate(): never {
    const picture: ReactNode = <Picture data={this.picture()} nodeKey={this.getKey()} />
    return picture as never
  }

  picture(): PictureData {
    return this.getData() as unknown as PictureData
  }

  change(data: Partial<PictureData>): void {
    this.setData({ ...this.picture(), ...data } as never)
  }
}

export function pictureNode(data: Partial<PictureData>): PictureNode {
  const whole = { id: crypto.randomUUID(), fields: {}, ...withoutUndefined(data) }
  return new PictureNode({ data: { ...whole, relationTo: 'media' } } as never)
}

const withoutUndefined = (data: object) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
