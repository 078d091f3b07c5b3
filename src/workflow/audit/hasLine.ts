import type { PayloadRequest } from 'payload'
import { byId, findOne } from '../store'

/** Is a line of this id in the log? */
export const hasLine = async (req: PayloadRequest, id: string): Promise<boolean> =>
  (await findOne({ req, collection: 'audit', where: byId(id) })) !== null
