import { list, number, object, text, type Schema } from './schema'

export const themeSchemas: Record<string, Schema> = {
  Themes: {
    ...object({ themes: list(object({ key: text, name: text, count: number })) }),
    description:
      '人生大事，按中心的顺序；count 是该读者能看到的条数 / events of life in the centre’s order, with what the reader finds of each',
  },
}

export const themeExamples: Record<string, unknown> = {
  Themes: {
    themes: [
      { key: 'birth', name: '生育', count: 6 },
      { key: 'housing', name: '住房', count: 12 },
    ],
  },
}
