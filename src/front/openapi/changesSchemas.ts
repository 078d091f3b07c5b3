import { ownText } from './entrySchemas'
import { flag, list, object, oneOf, text, type Schema } from './schema'

export const changesSchemas: Record<string, Schema> = {
  Changes: {
    ...object({
      changes: list({
        anyOf: [
          {
            ...object({ kind: oneOf(['put', 'moved']), entry: object(ownText) }),
            description:
              'put 存入或替换；moved 内容不变，只是换了单位、类别或其名称，存法相同 / take it or replace it; moved: the same text under another unit, category or name, taken the same way',
          },
          {
            ...object({ kind: oneOf(['remove']), id: text, number: text }),
            description:
              '删去：已下架、合并、删除、关闭或过期，没有存过的不必理会 / drop it: withdrawn, merged, deleted, closed or expired; never mind one you do not have',
          },
        ],
      }),
      next: { ...text, description: '下次作为 after 原样带回 / to be sent as after, as it is' },
      more: {
        ...flag,
        description: '还有，可马上再取；否则隔一会儿再来 / more at once; else come again later',
      },
    }),
    description:
      '按顺序照做，所存的就与现在可读的完全一致；同一条可能出现多次 / done in their order, what is held is what may be read now; an entry may come more than once',
  },
}

export const changesExamples: Record<string, unknown> = {
  Changes: {
    changes: [{ kind: 'remove', id: '3f0c7d5e-1f3b-4a55-9c0e-6d2a0f6f6a11', number: 'ZS000123' }],
    next: 'q4N0Zk1mX2v9o8T3c5B7w1Y6u0s4R2p8Lh3Jd5Gf7Ea',
    more: false,
  },
}
