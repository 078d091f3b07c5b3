import { posix } from 'node:path'
import { mostText } from '../limits'
import { binaryWorkbook, damaged, otherKind, packedFiles, wordOrPdf } from '../said'
import { readXml, type Handlers } from './xml'
import { partName, unpacked, type Parts } from './zip'

/** Goes through a part that is kept in memory. */
export async function readPart(parts: Parts, name: string, handlers: Handlers): Promise<void> {
  const part = parts.get(partName(name))
  if (!part) throw damaged()
  await readXml(unpacked(part, mostText), handlers)
}

export type Relation = { id: string; type: string; target: string }

/** What a part refers to (ISO/IEC 29500-2), by the last word of its type: both editions of the standard have that. */
export async function relationsOf(parts: Parts, name: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(name)
  const own = posix.join(dir, '_rels', `${base}.rels`)
  const found: Relation[] = []
  if (!parts.has(partName(own))) return found
  await readPart(parts, own, {
    open: (tag, { Id: id = '', Type: type = '', Target: to = '', TargetMode: mode }) => {
      if (tag !== 'Relationship' || mode === 'External') return
      const target = to.startsWith('/') ? to : posix.join('/', dir, to)
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target })
    },
  })
  return found
}

/**
 * Where the workbook lies in the archive.
 * @throws UnreadableSheet where it is an archive of something else
 */
export async function mainPart(parts: Parts): Promise<string> {
  const main = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')
  const name = partName(main?.target ?? '')
  if (/^word\//.test(name)) throw wordOrPdf()
  if (/\.bin$/.test(name)) throw binaryWorkbook()
  if (/^(ppt|visio)\//.test(name)) throw otherKind()
  if (main && parts.has(name)) return main.target
  if (main) throw damaged()
  if (parts.has('ofd.xml')) throw wordOrPdf()
  throw parts.has('mimetype') ? otherKind() : packedFiles()
}
