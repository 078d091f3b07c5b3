import type { PayloadRequest } from 'payload'
import { byId, findOne } from '@/workflow/store'

type Node = { id: string; name: string }

export const findNode = (req: PayloadRequest, id: string): Promise<Node | null> =>
  findOne<Node>({ req, collection: 'nodes', where: byId(id) })
