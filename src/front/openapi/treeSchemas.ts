import { flag, list, number, object, oneOf, orNull, ref, text, type Schema } from './schema'

const treeCategory = object({ id: text, key: text, name: text, count: number })

/** The tree, with what its reader finds in each part. */
export const treeSchemas: Record<string, Schema> = {
  TreeUnit: object({
    id: text,
    kind: oneOf(['region', 'department', 'township']),
    form: orNull(text),
    name: text,
    isCentre: flag,
    count: { ...number, description: '该读者在本单位及下级能看到的条数' },
    hotspots: {
      ...orNull(number),
      description:
        '县（市、区）的热点信息条数：县直部门的，加上乡镇推荐的 / of a county: its bodies’ and its townships’',
    },
    categories: list(treeCategory),
    units: list(ref('TreeUnit')),
  }),
  Tree: object({ units: list(ref('TreeUnit')) }),
}
